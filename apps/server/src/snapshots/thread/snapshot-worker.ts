import { Worker } from "node:worker_threads";
import { LogError } from "@hefboom/sync";

import type { PackedLog } from "../packed-log.ts";
import { type BoardPieces, piecesOf, type SnapshotJobs, snapshotJobs } from "./snapshot-jobs.ts";

type Job = keyof SnapshotJobs;
type Result<J extends Job> = Awaited<ReturnType<SnapshotJobs[J]>>;

export interface ThreadQuestion {
  n: number;
  job: Job;
  board: BoardPieces;
}
export type ThreadAnswer =
  | { n: number; result: unknown }
  | { n: number; failure: string; isDamage: boolean };

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Less than this is done at once: a few ms, where a thread would have to be started. */
const SMALL_BYTES = 64 * 1024;
const SMALL_ENTRIES = 100;
/** A thread without work costs memory only. */
const IDLE_MAX_MS = 60_000;

/** The largest board takes seconds: a thread that works for longer hangs. */
const SILENCE_MAX_MS = 60_000;

interface ThreadOptions {
  /** Answers each ThreadQuestion with a ThreadAnswer. */
  readonly script?: URL;
  /** How long the thread may work without an answer, in ms. */
  readonly silenceMaxMs?: number;
}

/** The thread hung, failed or ran out of memory. It says nothing about the board: the job can be tried again. */
export class SnapshotThreadError extends Error {
  override readonly name = "SnapshotThreadError";
  readonly code = "SNAPSHOT_THREAD";
}

/** Does what takes long with stored boards in a thread of its own, started when there is something to do. */
export class SnapshotWorker implements AsyncDisposable {
  readonly #script: URL;
  readonly #silenceMaxMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;
  #lastN = 0;

  constructor({ script, silenceMaxMs = SILENCE_MAX_MS }: ThreadOptions = {}) {
    this.#script = script ?? new URL("./snapshot-thread.ts", import.meta.url);
    this.#silenceMaxMs = silenceMaxMs;
  }

  /** Has a thread ready: after a start everybody comes at once. */
  warm(): void {
    this.#running();
    this.#rest();
  }

  /**
   * @throws {LogError} LOG_DAMAGED
   * @throws {SnapshotThreadError} the board may be fine: to be tried again later
   */
  run<J extends Job>(job: J, boardId: string, log: PackedLog): Promise<Result<J>> {
    const board = piecesOf(boardId, log);
    // What runs is the job called `job`, here or in the thread, so this is what it returns.
    return (isSmall(board, log) ? snapshotJobs[job](board) : this.#ask(job, board)) as Promise<
      Result<J>
    >;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop(new SnapshotThreadError("the server is stopping"));
  }

  #ask(job: Job, board: BoardPieces): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#lastN += 1;
    this.#waiting.set(this.#lastN, { resolve, reject });
    const question: ThreadQuestion = { n: this.#lastN, job, board };
    this.#running().postMessage(question);
    if (this.#waiting.size === 1) this.#listen();
    return promise;
  }

  #running(): Worker {
    clearTimeout(this.#idle);
    if (this.#thread !== undefined) {
      this.#thread.ref();
      return this.#thread;
    }
    const thread = new Worker(this.#script);
    // What an old thread still says concerns nobody: its jobs have failed, and another one may be at work.
    const ended = (reason: SnapshotThreadError) => {
      if (this.#thread === thread) void this.#stop(reason);
    };
    thread.on("message", (answer: ThreadAnswer) => {
      if (this.#thread === thread) this.#hear(answer);
    });
    thread.on("error", (cause) => ended(new SnapshotThreadError("the thread failed", { cause })));
    thread.on("exit", () => ended(new SnapshotThreadError("the thread ended")));
    this.#thread = thread;
    return thread;
  }

  /** Jobs are done in turn, so that each answer gives the next job its time. */
  #listen(): void {
    clearTimeout(this.#silence);
    const reason = `no answer within ${this.#silenceMaxMs} ms`;
    this.#silence = setTimeout(
      () => void this.#stop(new SnapshotThreadError(reason)),
      this.#silenceMaxMs,
    );
  }

  #hear(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.n);
    this.#waiting.delete(answer.n);
    if ("result" in answer) waiting?.resolve(answer.result);
    else if (answer.isDamage) waiting?.reject(new LogError("LOG_DAMAGED", answer.failure));
    else waiting?.reject(new SnapshotThreadError(answer.failure));
    if (this.#waiting.size === 0) this.#rest();
    else this.#listen();
  }

  #rest(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#idle);
    this.#thread?.unref(); // a stop does not wait for it
    this.#idle = setTimeout(
      () => void this.#stop(new SnapshotThreadError("idle")),
      IDLE_MAX_MS,
    ).unref();
  }

  async #stop(reason: SnapshotThreadError): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    clearTimeout(this.#idle);
    clearTimeout(this.#silence);
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
    await thread?.terminate();
  }
}

function isSmall({ tail }: BoardPieces, { snapshot, updates }: PackedLog): boolean {
  const unpacked = snapshot?.parts.at(-1)?.streamBytes ?? 0;
  return unpacked + tail.byteLength < SMALL_BYTES && updates.length < SMALL_ENTRIES;
}
