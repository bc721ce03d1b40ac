import { type Answer, closeCode } from "@hefboom/contract/messages";

import type { Connection } from "../view/board-view.ts";
import { BackOff, GOOD_AFTER_MS } from "./back-off.ts";
import { type LinkTarget, ReplicaLink } from "./replica-link.ts";

/** A try that is not in sync by then is given up; on bad Wi-Fi a browser would wait for minutes. */
const CONNECT_TIMEOUT_MS = 15_000;
/** The server says something every 20 s; a socket silent for this long is dead. */
const SILENCE_MS = 30_000;
/** When the page comes back, a socket silent for this long is not waited for. */
const SILENCE_ON_WAKE_MS = 22_000;
/** A try older than this may hang on a network that is gone; `wake` begins a new one. */
const STALE_TRY_MS = 3_000;

interface ConnectionEvents {
  /** There is a new, empty replica: at the start, and when the server said that ours is out of date. */
  onReplica(link: ReplicaLink): void;
  /** In sync: messages may be sent, everything unanswered once more. */
  onReady(): void;
  onAnswers(answers: Answer[]): void;
  onState(state: Connection): void;
}

export interface Chance {
  readonly random: () => number;
  /** In ms; goes on while the device sleeps. */
  readonly now: () => number;
}

/** Keeps one replica connected: when to try, when to wait, when to give up. */
export class BoardConnection {
  readonly #target: LinkTarget;
  readonly #events: ConnectionEvents;
  readonly #now: () => number;
  readonly #backOff: BackOff;
  #link: ReplicaLink;
  #state: Connection = { state: "connecting" };
  #isReady = false;
  #isRenewing = false;
  #triedAt = 0;
  #heardAt = 0;
  #retryTimer: unknown;
  #connectTimer: unknown;
  #goodTimer: unknown;
  #silenceTimer: unknown;

  constructor(target: LinkTarget, chance: Chance, events: ConnectionEvents) {
    this.#target = target;
    this.#events = events;
    this.#now = chance.now;
    this.#backOff = new BackOff(chance.random);
    this.#link = this.#newLink();
  }

  get link(): ReplicaLink {
    return this.#link;
  }

  get state(): Connection {
    return this.#state;
  }

  start(): void {
    this.#events.onReplica(this.#link);
    this.#connect();
  }

  send(bytes: Uint8Array): boolean {
    return this.#isReady && this.#link.send(bytes);
  }

  wake(): void {
    if (this.#state.state === "closed") return;
    if (this.#retryTimer === undefined) {
      if (!this.#isDead()) return;
      this.#link.disconnect(); // `#closed` plans the next try
    }
    if (this.#isRenewing) this.#renewReplica();
    else this.#connect();
  }

  close(): void {
    this.#stopTimers();
    this.#isReady = false;
    this.#state = { state: "closed", code: 1000 };
    this.#link.destroy();
  }

  #isDead(): boolean {
    if (this.#isReady) return this.#now() - this.#heardAt > SILENCE_ON_WAKE_MS;
    return this.#now() - this.#triedAt > STALE_TRY_MS;
  }

  #newLink(): ReplicaLink {
    const isCurrent = () => link === this.#link && this.#state.state !== "closed";
    const link: ReplicaLink = new ReplicaLink(this.#target, {
      onSynced: () => isCurrent() && this.#synced(),
      onMessage: () => {
        if (isCurrent()) this.#heardAt = this.#now();
      },
      onGap: () => isCurrent() && this.#renewLater(this.#backOff.nextWaitMs()),
      onAnswers: (answers) => isCurrent() && this.#events.onAnswers(answers),
      onClosed: (code) => isCurrent() && this.#closed(code),
    });
    return link;
  }

  #connect(): void {
    this.#stopTimers();
    this.#triedAt = this.#now();
    this.#connectTimer = setTimeout(() => this.#link.disconnect(), CONNECT_TIMEOUT_MS);
    this.#link.connect();
  }

  #synced(): void {
    clearTimeout(this.#connectTimer);
    this.#watchSilence(SILENCE_MS);
    this.#goodTimer = setTimeout(() => this.#backOff.reset(), GOOD_AFTER_MS);
    this.#isReady = true;
    this.#setState({ state: "online" });
    this.#events.onReady();
  }

  #watchSilence(forMs: number): void {
    this.#silenceTimer = setTimeout(() => {
      const leftMs = this.#heardAt + SILENCE_MS - this.#now();
      if (leftMs > 0) this.#watchSilence(leftMs);
      else this.#link.disconnect();
    }, forMs);
  }

  #closed(code: number | undefined): void {
    if (this.#isRenewing) return;
    this.#stopTimers();
    this.#isReady = false;
    if (code === closeCode.replicaOutOfDate) {
      this.#renewLater(this.#link.hasContent ? 0 : this.#backOff.nextWaitMs());
    } else if (code !== undefined && code >= 4400 && code < 4500) {
      this.#setState({ state: "closed", code });
    } else {
      this.#retryTimer = setTimeout(() => this.#connect(), this.#backOff.nextWaitMs());
      this.#setState({ state: "offline" });
    }
  }

  /** The provider is still inside its message or its close: the replica is replaced when that is done. */
  #renewLater(waitMs: number): void {
    this.#stopTimers();
    this.#isReady = false;
    this.#isRenewing = true;
    this.#retryTimer = setTimeout(() => this.#renewReplica(), waitMs);
    this.#setState({ state: "offline" });
  }

  #renewReplica(): void {
    const old = this.#link;
    this.#isRenewing = false;
    this.#link = this.#newLink();
    this.#events.onReplica(this.#link);
    old.destroy();
    this.#connect();
  }

  #setState(state: Connection): void {
    if (state.state === this.#state.state) return;
    this.#state = state;
    this.#events.onState(state);
  }

  #stopTimers(): void {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#connectTimer);
    clearTimeout(this.#goodTimer);
    clearTimeout(this.#silenceTimer);
    this.#retryTimer = undefined;
  }
}
