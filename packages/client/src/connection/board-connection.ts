import { type Answer, type Aside, closeCode } from "@hefboom/contract/messages";

import type { Connection } from "../board-view.ts";
import type { FetchedState } from "../replica/fetched-state.ts";
import { ReplicaKeeper } from "../replica/replica-keeper.ts";
import { ReplicaSource } from "../replica/replica-source.ts";
import type { ReplicaStore, StoredReplica } from "../replica/replica-store.ts";
import { BackOff, type Ending, GOOD_AFTER_MS } from "./back-off.ts";
import { type LinkTarget, ReplicaLink } from "./replica-link.ts";
import { SilenceWatch } from "./silence-watch.ts";

/** A try that is not in sync by then is given up; on bad Wi-Fi a browser would wait for minutes. */
const CONNECT_TIMEOUT_MS = 15_000;
/** A try older than this may hang on a network that is gone; `wake` begins a new one. */
const STALE_TRY_MS = 3_000;

interface ConnectionEvents {
  /** There is a new, empty replica: at the start, and when the server said that ours is out of date. */
  onReplica(link: ReplicaLink): void;
  /** What the replica holds is of the server's epoch, though perhaps not all of it: it may be shown. */
  onConfirmed(): void;
  /** In sync: messages may be sent, everything unanswered once more. */
  onReady(): void;
  onAnswers(answers: Answer[]): void;
  /** What the server tells this socket alone. */
  onAside(aside: Aside): void;
  /** The server closed because it cannot store anything now. */
  onCannotSave(): void;
  onState(state: Connection): void;
}

export interface ConnectionTarget extends LinkTarget {
  /** Where the replica rests on this device. */
  readonly replicaStore?: ReplicaStore;
  /** `GET state?parts=1` of this board. @throws when there is no such answer */
  readonly fetchState?: () => Promise<FetchedState>;
}

export interface Surroundings {
  /** In [0, 1), for jitter. */
  readonly random: () => number;
  /** In ms; goes on while the device sleeps. */
  readonly now: () => number;
  /** Whether somebody sees the page. */
  readonly isVisible: () => boolean;
}

/** Keeps one replica connected: where it comes from, when to try, when to wait, when to give up. */
export class BoardConnection {
  readonly #target: LinkTarget;
  readonly #events: ConnectionEvents;
  readonly #now: () => number;
  readonly #backOff: BackOff;
  readonly #watch: SilenceWatch;
  readonly #keeper: ReplicaKeeper;
  readonly #source: ReplicaSource;
  #link: ReplicaLink;
  #state: Connection = { state: "connecting" };
  #isReady = false;
  #isRenewing = false;
  /** How often in a row the server said that the replica is out of date. */
  #renewals = 0;
  #tries = 0;
  #triedAt = 0;
  #retryTimer: unknown;
  #connectTimer: unknown;
  #goodTimer: unknown;

  constructor(target: ConnectionTarget, around: Surroundings, events: ConnectionEvents) {
    this.#target = target;
    this.#events = events;
    this.#now = around.now;
    this.#backOff = new BackOff(around.random);
    this.#keeper = new ReplicaKeeper(target.replicaStore, around.now);
    this.#source = new ReplicaSource(this.#keeper, target.fetchState);
    this.#link = this.#newLink();
    this.#watch = new SilenceWatch({
      now: around.now,
      isVisible: around.isVisible,
      ask: () => this.#link.askForLife(),
      giveUp: () => this.#link.disconnect(),
    });
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

  /** The page or the network came back: connects now, or finds out whether the connection still lives. */
  wake(): void {
    if (this.#state.state === "closed") return;
    if (this.#isReady) this.#watch.returned();
    else if (this.#isRenewing) this.#renewReplica();
    else if (this.#retryTimer !== undefined) this.#connect();
    else if (this.#now() - this.#triedAt > STALE_TRY_MS) this.#tryAnew();
  }

  /** The page may be gone soon: stores what is not stored yet. Never rejects. */
  rest(): Promise<void> {
    return this.#keeper.flush();
  }

  close(): void {
    this.#stopTimers();
    this.#isReady = false;
    this.#state = { state: "closed", code: 1000 };
    this.#link.destroy();
  }

  #newLink(): ReplicaLink {
    const isCurrent = () => link === this.#link && this.#state.state !== "closed";
    const link: ReplicaLink = new ReplicaLink(this.#target, {
      onConfirmed: () => isCurrent() && this.#events.onConfirmed(),
      onUpdate: (update) => isCurrent() && this.#keeper.add(update),
      onReached: (reached) => isCurrent() && this.#keeper.reached(reached),
      onSynced: () => isCurrent() && this.#synced(),
      onMessage: () => isCurrent() && this.#watch.heard(),
      onGap: () => isCurrent() && this.#renewLater(this.#backOff.nextWaitMs("refused")),
      onAnswers: (answers) => isCurrent() && this.#events.onAnswers(answers),
      onAside: (aside) => isCurrent() && this.#events.onAside(aside),
      onClosed: (code) => isCurrent() && this.#closed(code),
    });
    return link;
  }

  #connect(): void {
    this.#stopTimers();
    this.#triedAt = this.#now();
    this.#tries += 1;
    // Out of date twice in a row: `state` is older than the socket, which brings everything then.
    const mayFill = this.#source.isThere && this.#renewals < 2;
    if (this.#link.hasContent || !mayFill) this.#openSocket();
    else void this.#fillAndOpen(this.#tries);
  }

  #openSocket(): void {
    this.#connectTimer = setTimeout(() => this.#link.disconnect(), CONNECT_TIMEOUT_MS);
    this.#link.connect();
  }

  /** Never rejects: content that cannot be used is gone without. */
  async #fillAndOpen(attempt: number): Promise<void> {
    const isCurrent = () => attempt === this.#tries && this.#state.state !== "closed";
    const content = await this.#source.content();
    if (content !== undefined && isCurrent()) {
      const isFilled = await fills(this.#link, content);
      if (!isFilled && isCurrent()) {
        void this.#keeper.drop();
        this.#replaceLink();
      }
    }
    if (isCurrent()) this.#openSocket();
  }

  /** A try that hangs is not waited for any longer. */
  #tryAnew(): void {
    this.#link.disconnect(); // `#closed` plans the next try, if there was a socket
    this.#connect();
  }

  #synced(): void {
    clearTimeout(this.#connectTimer);
    this.#watch.start();
    this.#goodTimer = setTimeout(() => this.#backOff.reset(), GOOD_AFTER_MS);
    this.#isReady = true;
    this.#renewals = 0;
    this.#setState({ state: "online" });
    this.#events.onReady();
  }

  #closed(code: number | undefined): void {
    if (this.#isRenewing) return;
    this.#stopTimers();
    this.#isReady = false;
    if (code === closeCode.replicaOutOfDate) {
      const isFirst = this.#link.hasContent && this.#renewals === 0;
      this.#renewLater(isFirst ? 0 : this.#backOff.nextWaitMs("refused"));
    } else if (code !== undefined && code >= 4400 && code < 4500) {
      if (code === closeCode.noAccess) void this.#keeper.drop();
      this.#setState({ state: "closed", code });
    } else {
      if (code === closeCode.cannotSave) this.#events.onCannotSave();
      const waitMs = this.#backOff.nextWaitMs(endingOf(code));
      this.#retryTimer = setTimeout(() => this.#connect(), waitMs);
      this.#setState({ state: "offline" });
    }
  }

  /** The provider is still inside its message or its close: the replica is replaced when that is done. */
  #renewLater(waitMs: number): void {
    this.#stopTimers();
    this.#isReady = false;
    this.#isRenewing = true;
    this.#renewals += 1;
    this.#retryTimer = setTimeout(() => this.#renewReplica(), waitMs);
    this.#setState({ state: "offline" });
    void this.#keeper.drop();
  }

  #renewReplica(): void {
    this.#isRenewing = false;
    this.#replaceLink();
    this.#connect();
  }

  #replaceLink(): void {
    const old = this.#link;
    this.#link = this.#newLink();
    this.#events.onReplica(this.#link);
    old.destroy();
  }

  #setState(state: Connection): void {
    if (state.state === this.#state.state) return;
    this.#state = state;
    this.#events.onState(state);
  }

  #stopTimers(): void {
    this.#watch.stop();
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#connectTimer);
    clearTimeout(this.#goodTimer);
    this.#retryTimer = undefined;
  }
}

/** @returns false when it was no content of Yjs; then the replica is spoilt */
async function fills(link: ReplicaLink, content: StoredReplica): Promise<boolean> {
  try {
    await link.fill(content);
    return true;
  } catch {
    return false;
  }
}

function endingOf(code: number | undefined): Ending {
  if (code === closeCode.restart) return "restart";
  return code !== undefined && code >= 4500 && code < 4600 ? "refused" : "lost";
}
