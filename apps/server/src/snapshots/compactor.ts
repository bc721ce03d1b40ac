import { HubClosedError, LogError } from "@hefboom/sync";

import { type CollectDeps, collectBoard } from "./collect-board.ts";
import type { LogShape } from "./packed-log.ts";
import { isMostlyHistory } from "./thin-board.ts";

/** A longer tail makes a board slow to open. */
const TAIL_MAX_ENTRIES = 2_000;
/** Below this, how a tail compares with its snapshot does not matter. */
const TAIL_MIN_BYTES = 256 * 1024;
/** The shape of a busy board's log is looked at once in so many entries. */
const LOOK_EVERY_ENTRIES = 100;
/** A board at rest for so long, in ms, with a tail of at least so many entries, is collected for who opens it next. */
const REST_MS = 10_000;
const REST_MIN_ENTRIES = 20;
const SWEEP_EVERY_MS = 5_000;
/** Deleted words are collected after so long, in ms, with all that are deleted meanwhile. */
const GONE_REST_MS = 5_000;
/** History is left out of one board once in this time at most, in ms. */
const THIN_REST_MS = 5 * 60_000;

/** What was appended to a board since this process last looked or collected. */
interface Growth {
  bytes: number;
  entries: number;
  changedAt: number;
  /** Entries that took words off the board which the log still holds, and how many of those are collected. */
  goneWords: number;
  goneCollected: number;
  /** When the first of those that are not collected was stored. */
  goneAt: number;
  /** It is in the queue to be collected whatever its size. */
  isUrgent: boolean;
}

/** What is told of a stored entry. */
export interface Appended {
  /** Size of its update. */
  readonly bytes: number;
  /** It took words or names off the board that are still in the log: "hidden" ones are not for who comes in next. */
  readonly takesOff: "hidden" | "deleted" | undefined;
}

interface CompactorDeps extends CollectDeps {
  /** Milliseconds since 1970. */
  now(): number;
  /** Leaves out what was overwritten; see `thinBoard`. */
  thin(boardId: string): Promise<void>;
  /** A collection failed; the log is as it was, and it is tried again later. */
  report(error: unknown, boardId: string): void;
}

/**
 * Collects logs that have grown long, one after the other, beside the event loop: at 2,000 entries, when the tail is
 * twice the snapshot, or when a board has come to rest; and at once when a card was hidden or a name taken
 * away, as whoever comes in gets what is stored, soon when a card was deleted. A board that is mostly history then loses that.
 */
export class Compactor implements AsyncDisposable {
  readonly #deps: CompactorDeps;
  readonly #grown = new Map<string, Growth>();
  readonly #thinnedAt = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  /** Boards to be looked at, one after the other. */
  #queue: Promise<void> = Promise.resolve();
  #state: "open" | "closed" = "open";

  constructor(deps: CompactorDeps) {
    this.#deps = deps;
    this.#timer = setInterval(() => this.sweep(), SWEEP_EVERY_MS);
    this.#timer.unref(); // it alone keeps no process alive
  }

  /** To be told of each stored entry. */
  noteAppended(boardId: string, { bytes, takesOff }: Appended): void {
    const growth = this.#grown.get(boardId) ?? newGrowth();
    this.#grown.set(boardId, growth);
    growth.bytes += bytes;
    growth.entries += 1;
    growth.changedAt = this.#deps.now();
    if (takesOff !== undefined) {
      if (!hasWordsLeft(growth)) growth.goneAt = growth.changedAt;
      growth.goneWords += 1;
    }
    if (takesOff === "hidden") this.#collectSoon(boardId, growth);
    if (growth.entries % LOOK_EVERY_ENTRIES === 1) this.#look(boardId, isLong); // the first one looks at what was before
  }

  /** Looks for boards that have come to rest, and for words that are gone and still in a log. */
  sweep(): void {
    const now = this.#deps.now();
    for (const [boardId, growth] of this.#grown) {
      if (hasWordsLeft(growth)) {
        if (now - growth.goneAt >= GONE_REST_MS) this.#collectSoon(boardId, growth);
        continue; // until that went well
      }
      if (now - growth.changedAt < REST_MS) continue;
      this.#grown.delete(boardId);
      this.#look(boardId, isWorthIt);
    }
  }

  /** Resolves when nothing is being collected. */
  idle(): Promise<void> {
    return this.#queue;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#state = "closed";
    clearInterval(this.#timer);
    await this.#queue;
  }

  /** Once for all that is hidden until its turn comes. */
  #collectSoon(boardId: string, growth: Growth): void {
    if (growth.isUrgent) return;
    growth.isUrgent = true;
    this.#look(boardId, () => hasWordsLeft(growth));
  }

  /** Each time somebody may have to fetch the board anew, so nobody can make it happen all the time. */
  async #thin(boardId: string): Promise<void> {
    const now = this.#deps.now();
    if (now - (this.#thinnedAt.get(boardId) ?? Number.NEGATIVE_INFINITY) < THIN_REST_MS) return;
    this.#thinnedAt.set(boardId, now);
    await this.#deps.thin(boardId);
  }

  #look(boardId: string, isDue: (shape: LogShape, tailBytes: number) => boolean): void {
    this.#queue = this.#queue.then(async () => {
      const growth = this.#grown.get(boardId) ?? newGrowth();
      growth.isUrgent = false; // what goes from here on is for the next one
      const { goneWords } = growth;
      try {
        const shape = await this.#deps.log.shape(boardId);
        if (this.#state === "closed" || !isDue(shape, growth.bytes)) return;
        const share = await collectBoard(this.#deps, boardId);
        growth.goneCollected = goneWords;
        if (isMostlyHistory(share)) await this.#thin(boardId);
        growth.bytes = 0;
      } catch (error) {
        if (!isGone(error)) this.#deps.report(error, boardId);
      }
    });
  }
}

function newGrowth(): Growth {
  const gone = { goneWords: 0, goneCollected: 0, goneAt: 0, isUrgent: false };
  return { bytes: 0, entries: 0, changedAt: 0, ...gone };
}

const hasWordsLeft = (growth: Growth) => growth.goneWords > growth.goneCollected;

function isLong(shape: LogShape, tailBytes: number): boolean {
  return (
    shape.head - shape.collectedTo >= TAIL_MAX_ENTRIES ||
    tailBytes > Math.max(TAIL_MIN_BYTES, 2 * shape.snapshotBytes)
  );
}

function isWorthIt({ head, collectedTo }: LogShape): boolean {
  return head - collectedTo >= REST_MIN_ENTRIES;
}

/** The board was erased meanwhile, or the server stops. */
function isGone(error: unknown): boolean {
  return (
    error instanceof HubClosedError || (error instanceof LogError && error.code === "LOG_MISSING")
  );
}
