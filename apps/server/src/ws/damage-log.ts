import type { FastifyBaseLogger } from "fastify";

/** How long a board that was told of is not told of again, in ms: its phones try again every few seconds. */
const QUIET_MS = 60_000;

/** Tells the operator which board is damaged and what helps; once a minute and board, not once a socket. */
export class DamageLog {
  readonly #log: Pick<FastifyBaseLogger, "error">;
  readonly #now: () => number;
  /** When each damaged board was last told of. */
  readonly #toldAt = new Map<string, number>();

  /** @param now milliseconds that never go back */
  constructor(log: Pick<FastifyBaseLogger, "error">, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
  }

  note(boardId: string, err: unknown): void {
    const now = this.#now();
    const toldAt = this.#toldAt.get(boardId);
    if (toldAt !== undefined && now - toldAt < QUIET_MS) return;
    this.#toldAt.set(boardId, now);
    const help = "this board is damaged and closed; restore a copy: npm run restore -- --in FILE";
    this.#log.error({ err, boardId }, help);
  }
}
