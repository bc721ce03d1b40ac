/** After so long without a word, a page that is seen asks for one. */
const QUIET_MS = 4_000;
/** A server that was asked answers within this time, or the network is gone: 8.5 s of silence in all. */
const ANSWER_MS = 4_500;
/** A hidden page asks nothing; the server says something every 20 s by itself. */
const HIDDEN_SILENCE_MS = 30_000;
/** When the page comes back, a socket silent for this long is not even asked. */
const SILENCE_ON_RETURN_MS = 22_000;

interface WatchPorts {
  /** Clock in ms. */
  readonly now: () => number;
  readonly isVisible: () => boolean;
  /** Sends the sign of life that the server answers at once. */
  ask(): void;
  /** The connection is dead, whatever the browser still believes. */
  giveUp(): void;
}

/** Notices that a connection died without a close event, as it does when a phone loses its Wi-Fi. */
export class SilenceWatch {
  readonly #ports: WatchPorts;
  #heardAt = 0;
  /** When the answer that is still awaited was asked for. */
  #askedAt: number | undefined;
  #timer: unknown;

  constructor(ports: WatchPorts) {
    this.#ports = ports;
  }

  start(): void {
    this.heard();
    this.#plan(QUIET_MS);
  }

  /** The server said something. */
  heard(): void {
    this.#heardAt = this.#ports.now();
    this.#askedAt = undefined;
  }

  /** The page or the network is back: what happened meanwhile is not known. */
  returned(): void {
    if (this.#silentMs() > SILENCE_ON_RETURN_MS) this.#ports.giveUp();
    else if (this.#askedAt === undefined) this.#ask();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    if (!this.#ports.isVisible()) this.#waitHidden();
    else if (this.#askedAt !== undefined) this.#waitForAnswer(this.#askedAt);
    else if (this.#silentMs() >= QUIET_MS) this.#ask();
    else this.#plan(QUIET_MS - this.#silentMs());
  }

  #waitHidden(): void {
    const leftMs = HIDDEN_SILENCE_MS - this.#silentMs();
    if (leftMs > 0) this.#plan(leftMs);
    else this.#ports.giveUp();
  }

  #waitForAnswer(askedAt: number): void {
    const leftMs = askedAt + ANSWER_MS - this.#ports.now();
    if (leftMs > 0) this.#plan(leftMs);
    else this.#ports.giveUp();
  }

  #ask(): void {
    this.#askedAt = this.#ports.now();
    this.#plan(ANSWER_MS);
    this.#ports.ask();
  }

  #silentMs(): number {
    return this.#ports.now() - this.#heardAt;
  }

  #plan(waitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), waitMs);
  }
}
