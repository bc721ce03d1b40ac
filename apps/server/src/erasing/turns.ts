import { setTimeout as pause } from "node:timers/promises";

interface TurnsOptions {
  /** At least so long between the end of one turn and the begin of the next for the same board, in ms. */
  restMs: number;
  work(boardId: string): Promise<void>;
}

/**
 * Does work for boards in turns: for one board never twice at a time, and once for all who ask before it begins. The
 * first is served at once; who asks again soon waits, so that nobody can keep a board busy.
 */
export class Turns implements AsyncDisposable {
  readonly #options: TurnsOptions;
  /** Turns that have not begun: who asks now gets into one of these. */
  readonly #next = new Map<string, Promise<void>>();
  /** The end of each board's last rest. */
  readonly #rested = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();

  constructor(options: TurnsOptions) {
    this.#options = options;
  }

  /** Resolves when a turn is over that began after this call. @throws what the work threw */
  take(boardId: string): Promise<void> {
    const next = this.#next.get(boardId);
    if (next !== undefined) return next;
    const turn = (this.#rested.get(boardId) ?? Promise.resolve()).then(() => {
      this.#next.delete(boardId);
      return this.#options.work(boardId);
    });
    this.#next.set(boardId, turn);
    const rested = this.#rest(turn).then(() => {
      if (this.#rested.get(boardId) === rested) this.#rested.delete(boardId);
    });
    this.#rested.set(boardId, rested);
    return turn;
  }

  /** Lets nobody wait any more; resolves when all work is done. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    while (this.#rested.size > 0) await Promise.all(this.#rested.values());
  }

  async #rest(turn: Promise<void>): Promise<void> {
    await turn.catch(() => undefined); // told to who asked
    const { signal } = this.#stop;
    await pause(this.#options.restMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
