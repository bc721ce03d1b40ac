import { Worker } from "node:worker_threads";
import { LogError } from "@hefboom/sync";

import type { PackedLog } from "./packed-log.ts";
import { type BoardPieces, piecesOf, type SnapshotJobs, snapshotJobs } from "./snapshot-jobs.ts";

type Job = keyof SnapshotJobs;
type Result<J extends Job> = Awaited<ReturnType<SnapshotJobs[J]>>;

export interface ThreadQuestion {
  n: number;
  job: Job;
  board: BoardPieces;
}
export type ThreadAnswer = { n: number; result: unknown } | { n: number; failure: string };

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Less than this is done at once: a few ms, where a thread would have to be started. */
const SMALL_BYTES = 64 * 1024;
const SMALL_ENTRIES = 100;
/** A thread without work costs memory only. */
const IDLE_MAX_MS = 60_000;

/** Does what takes long with stored boards in a thread of its own, started when there is something to do. */
export class SnapshotWorker implements AsyncDisposable {
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastN = 0;

  /** Has a thread ready: after a start everybody comes at once. */
  warm(): void {
    this.#running();
    this.#rest();
  }

  /** @throws {LogError} LOG_DAMAGED */
  run<J extends Job>(job: J, boardId: string, log: PackedLog): Promise<Result<J>> {
    const board = piecesOf(boardId, log);
    // What runs is the job called `job`, here or in the thread, so this is what it returns.
    return (isSmall(board, log) ? snapshotJobs[job](board) : this.#ask(job, board)) as Promise<
      Result<J>
    >;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop(new Error("the server is stopping"));
  }

  #ask(job: Job, board: BoardPieces): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#lastN += 1;
    this.#waiting.set(this.#lastN, { resolve, reject });
    const question: ThreadQuestion = { n: this.#lastN, job, board };
    this.#running().postMessage(question);
    return promise;
  }

  #running(): Worker {
    clearTimeout(this.#idle);
    if (this.#thread !== undefined) {
      this.#thread.ref();
      return this.#thread;
    }
    const thread = new Worker(new URL("./snapshot-thread.ts", import.meta.url));
    thread.on("message", (answer: ThreadAnswer) => this.#hear(answer));
    thread.on("error", (error) => void this.#stop(error));
    this.#thread = thread;
    return thread;
  }

  #hear(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.n);
    this.#waiting.delete(answer.n);
    if ("result" in answer) waiting?.resolve(answer.result);
    else waiting?.reject(new LogError("LOG_DAMAGED", answer.failure));
    if (this.#waiting.size === 0) this.#rest();
  }

  #rest(): void {
    this.#thread?.unref(); // a stop does not wait for it
    this.#idle = setTimeout(() => void this.#stop(new Error("idle")), IDLE_MAX_MS).unref();
  }

  async #stop(reason: Error): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    clearTimeout(this.#idle);
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
    await thread?.terminate();
  }
}

function isSmall({ tail }: BoardPieces, { snapshot, updates }: PackedLog): boolean {
  const unpacked = snapshot?.parts.at(-1)?.streamBytes ?? 0;
  return unpacked + tail.byteLength < SMALL_BYTES && updates.length < SMALL_ENTRIES;
}
