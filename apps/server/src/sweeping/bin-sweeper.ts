import { BIN_KEEPS_MS } from "@hefboom/board";
import type { BoardLog } from "@hefboom/sync";

/** How often the bins are looked through, in ms: once a day. */
const SWEEP_EVERY_MS = 24 * 60 * 60 * 1_000;

interface SweeperDeps {
  log: Pick<BoardLog, "clearBin">;
  /** Milliseconds since 1970. */
  now(): number;
  /** A sweep failed; the next one makes good for it. */
  report(error: unknown): void;
}

/** Clears the bins of all boards of what was deleted thirty days ago: at once, and then once a day until it is disposed. */
export class BinSweeper implements AsyncDisposable {
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
    try {
      await this.#deps.log.clearBin(this.#deps.now() - BIN_KEEPS_MS);
    } catch (error) {
      this.#deps.report(error);
    }
  }
}
