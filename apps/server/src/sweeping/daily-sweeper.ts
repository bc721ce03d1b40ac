import { BIN_KEEPS_MS } from "@hefboom/board";
import type { BoardLog } from "@hefboom/sync";

/** How often boards are looked through, in ms: once a day. */
const SWEEP_EVERY_MS = 24 * 60 * 60 * 1_000;

/** How long the readable log keeps an act, in ms: as long as the bin keeps a card. */
const ACTS_KEEP_MS = BIN_KEEPS_MS;
/** Most acts that a board keeps of participants, and most of everybody else. */
const ACTS_MAX = 10_000;

interface SweeperDeps {
  log: Pick<BoardLog, "clearBin" | "clearActs">;
  /** Milliseconds since 1970. */
  now(): number;
  /** A sweep failed; the next one makes good for it. */
  report(error: unknown): void;
}

/**
 * Clears the bins of all boards of what was deleted thirty days ago, and their readable logs of what was done then or lies
 * behind too much else: at once, and then once a day until it is disposed.
 */
export class DailySweeper implements AsyncDisposable {
  readonly #deps: SweeperDeps;
  readonly #timer: NodeJS.Timeout;
  #sweeping: Promise<void>;

  constructor(deps: SweeperDeps) {
    this.#deps = deps;
    this.#sweeping = this.#sweep();
    this.#timer = setInterval(() => {
      this.#sweeping = this.#sweep();
    }, SWEEP_EVERY_MS);
    this.#timer.unref(); // it alone keeps no process alive
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  async #sweep(): Promise<void> {
    const { log, now, report } = this.#deps;
    const acts = { before: now() - ACTS_KEEP_MS, count: ACTS_MAX };
    const swept = [log.clearBin(now() - BIN_KEEPS_MS), log.clearActs(acts)];
    for (const one of await Promise.allSettled(swept)) {
      if (one.status === "rejected") report(one.reason);
    }
  }
}
