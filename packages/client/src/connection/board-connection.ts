import { type Answer, closeCode } from "@hefboom/contract/messages";

import type { Connection } from "../view/board-view.ts";
import { BackOff, GOOD_AFTER_MS } from "./back-off.ts";
import { type LinkTarget, ReplicaLink } from "./replica-link.ts";

/** A try that is not in sync by then is given up; on bad Wi-Fi a browser would wait for minutes. */
const CONNECT_TIMEOUT_MS = 15_000;
/** The server says something every 20 s; a socket silent for longer than this is taken for dead on `wake`. */
const SILENCE_MS = 25_000;
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

/** Keeps one replica connected: when to try, when to wait, when to give up. */
export class BoardConnection {
  readonly #target: LinkTarget;
  readonly #events: ConnectionEvents;
  readonly #backOff: BackOff;
  #link: ReplicaLink;
  #state: Connection = { state: "connecting" };
  #isReady = false;
  #isRenewing = false;
  #triedAt = 0;
  #retryTimer: unknown;
  #connectTimer: unknown;
  #goodTimer: unknown;

  constructor(target: LinkTarget, random: () => number, events: ConnectionEvents) {
    this.#target = target;
    this.#events = events;
    this.#backOff = new BackOff(random);
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
    const now = Date.now();
    if (this.#isReady) return now - this.#link.lastMessageAt > SILENCE_MS;
    return now - this.#triedAt > STALE_TRY_MS;
  }

  #newLink(): ReplicaLink {
    const isCurrent = () => link === this.#link && this.#state.state !== "closed";
    const link: ReplicaLink = new ReplicaLink(this.#target, {
      onSynced: () => isCurrent() && this.#synced(),
      onGap: () => isCurrent() && this.#renewLater(this.#backOff.nextWaitMs()),
      onAnswers: (answers) => isCurrent() && this.#events.onAnswers(answers),
      onClosed: (code) => isCurrent() && this.#closed(code),
    });
    return link;
  }

  #connect(): void {
    this.#stopTimers();
    this.#triedAt = Date.now();
    this.#connectTimer = setTimeout(() => this.#link.disconnect(), CONNECT_TIMEOUT_MS);
    this.#link.connect();
  }

  #synced(): void {
    clearTimeout(this.#connectTimer);
    this.#goodTimer = setTimeout(() => this.#backOff.reset(), GOOD_AFTER_MS);
    this.#isReady = true;
    this.#setState({ state: "online" });
    this.#events.onReady();
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
    for (const timer of [this.#retryTimer, this.#connectTimer, this.#goodTimer]) {
      clearTimeout(timer);
    }
    this.#retryTimer = undefined;
  }
}
