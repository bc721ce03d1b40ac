import { once } from "node:events";
import { Worker } from "node:worker_threads";

import { facilitatorToken, makeBoard } from "../api.ts";
import type { TestServer } from "../test-server.ts";

export interface CanaryTask {
  origin: string;
  boardId: string;
  /** Of who writes and of who watches. */
  tokens: [string, string];
  everyMs: number;
}

export interface CanaryReport {
  /** From sending a change to seeing it at the other end; of what never came, how long it has been waiting. */
  waitedMs: number[];
  /** How long each `GET /healthz` took. */
  healthMs: number[];
  /** Errors, closes, and health that was not fine. */
  faults: number;
}

/**
 * An honest pair in a room of its own, which sends and watches in a thread of its own: what it sees is the server's
 * doing, not that of the test beside it.
 */
export class Canary implements AsyncDisposable {
  readonly #worker: Worker;
  #report: Promise<CanaryReport> | undefined;

  /** Resolves when its first change has been seen. */
  static async start(server: TestServer, everyMs = 50): Promise<Canary> {
    const board = await makeBoard(server, { title: "Kanarie" });
    const token = await facilitatorToken(server, board);
    const task = { origin: server.origin, boardId: board.id, everyMs };
    const canary = new Canary({ ...task, tokens: [token, token] });
    await once(canary.#worker, "message");
    return canary;
  }

  private constructor(task: CanaryTask) {
    this.#worker = new Worker(new URL("canary-worker.ts", import.meta.url), { workerData: task });
  }

  /** Ends it. @returns what it has seen */
  async stop(): Promise<CanaryReport> {
    this.#report ??= this.#end();
    return this.#report;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker.terminate();
  }

  async #end(): Promise<CanaryReport> {
    this.#worker.postMessage("stop");
    const [report] = await once(this.#worker, "message");
    return report;
  }
}
