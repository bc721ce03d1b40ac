import { type BoardLog, LogError, type Seq } from "../board-log.ts";
import type { RoomLimits } from "../limits/room-limits.ts";
import { Batch } from "./batch.ts";
import { lookUpPast } from "./past/look-up-past.ts";
import { keepInTail, openRoomState, type RoomState } from "./room-state.ts";
import type { RoomTask } from "./room-task.ts";

/** How often a batch is judged again because another node was first, before its tasks are told "failed". */
const MOVED_MAX_TRIES = 8;

export interface CommitterEvents {
  /** What is now stored and may be shown. */
  stored(update: Uint8Array, state: RoomState): void;
  /** A task threw, or a commit failed; nothing of it was kept. */
  trouble(error: unknown): void;
}

/**
 * Applies tasks in batches: one transaction a batch, one commit, and only then is it shown. While a commit is in
 * flight everything that reads the document waits.
 */
export class Committer {
  /** `undefined` after a failed commit, until the board could be read from its log again. */
  #state: RoomState | undefined;
  /** Up to here everything was shown. */
  #shownSeq: Seq;
  readonly #boardId: string;
  readonly #log: BoardLog;
  readonly #now: () => number;
  readonly #limits: RoomLimits;
  readonly #events: CommitterEvents;
  #queue: RoomTask[] = [];
  #readers: (() => void)[] = [];
  #phase: "quiet" | "gathering" | "committing" = "quiet";
  #running: Promise<void> = Promise.resolve();

  constructor(
    boardId: string,
    state: RoomState,
    deps: { log: BoardLog; now: () => number; limits: RoomLimits; events: CommitterEvents },
  ) {
    this.#boardId = boardId;
    this.#state = state;
    this.#shownSeq = state.seq;
    this.#log = deps.log;
    this.#now = deps.now;
    this.#limits = deps.limits;
    this.#events = deps.events;
  }

  /** Takes `task` into the next batch; what comes in while a commit is in flight goes together. */
  push(task: RoomTask): void {
    this.#queue.push(task);
    if (this.#phase !== "quiet") return;
    this.#phase = "gathering";
    this.#running = this.#run();
  }

  /** Calls `read` with the stored state: at once, or after the commit in flight. */
  read<T>(read: (state: RoomState) => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const reader = () => {
      try {
        if (this.#state === undefined)
          throw new LogError("LOG_FULL", "the board cannot be read now");
        resolve(read(this.#state));
      } catch (error) {
        reject(error);
      }
    };
    if (this.#phase === "committing") this.#readers.push(reader);
    else reader();
    return promise;
  }

  /** Resolves when nothing is waiting or in flight. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    await Promise.resolve(); // what arrives in this very turn belongs to the batch
    while (this.#queue.length > 0) {
      this.#phase = "committing";
      const tasks = this.#queue;
      this.#queue = [];
      await this.#commit(tasks);
      this.#phase = "gathering";
      for (const reader of this.#readers.splice(0)) reader();
    }
    this.#phase = "quiet";
  }

  async #commit(tasks: RoomTask[]): Promise<void> {
    let waiting = tasks;
    try {
      for (let tries = 0; tries < MOVED_MAX_TRIES && waiting.length > 0; tries += 1) {
        const applied = await this.#apply(waiting);
        if (applied === "moved") continue;
        for (const task of applied.done) task.settle("stored");
        waiting = applied.again;
      }
    } catch (error) {
      this.#events.trouble(error);
      this.#drop();
      await this.#opened().catch((again: unknown) => this.#events.trouble(again));
    }
    for (const task of waiting) task.settle("failed");
  }

  /** @returns tasks that are stored, and those to run again because another one spoilt their batch */
  async #apply(tasks: RoomTask[]): Promise<"moved" | { done: RoomTask[]; again: RoomTask[] }> {
    const state = await this.#opened();
    const commands = tasks.flatMap((task) => task.commands);
    const past = await lookUpPast(this.#log, this.#boardId, commands);
    const batch = new Batch(state, this.#now(), past);
    const { update, thrown } = runTasks(batch, tasks);
    if (thrown !== undefined) {
      this.#events.trouble(thrown.error);
      thrown.task.fail(thrown.error);
      this.#drop();
      return { done: [], again: tasks.filter((task) => task !== thrown.task) };
    }
    const entry = batch.entry(update);
    if (entry === undefined) return { done: tasks, again: [] };
    try {
      state.seq = await this.#log.append(this.#boardId, state.seq, entry);
    } catch (error) {
      if (!(error instanceof LogError) || error.code !== "LOG_MOVED") throw error;
      this.#drop();
      return "moved";
    }
    batch.settle();
    this.#shownSeq = state.seq;
    if (update !== undefined) {
      keepInTail(state, { seq: state.seq, update });
      this.#events.stored(update, state);
    }
    return { done: tasks, again: [] };
  }

  /** Throws the document away, with whatever was not stored. */
  #drop(): void {
    this.#state?.doc.destroy();
    this.#state = undefined;
  }

  /** The state, read anew from the log after a drop; what others stored meanwhile is shown. */
  async #opened(): Promise<RoomState> {
    if (this.#state !== undefined) return this.#state;
    const state = await openRoomState(this.#boardId, this.#log, this.#limits);
    this.#state = state;
    const missed = state.tail.filter(({ seq }) => seq > this.#shownSeq);
    this.#shownSeq = state.seq;
    for (const { update } of missed) this.#events.stored(update, state);
    return state;
  }
}

interface Run {
  update: Uint8Array | undefined;
  thrown: { task: RoomTask; error: unknown } | undefined;
}

function runTasks(batch: Batch, tasks: readonly RoomTask[]): Run {
  const { doc } = batch;
  const run: Run = { update: undefined, thrown: undefined };
  const keep = (update: Uint8Array) => {
    run.update = update;
  };
  doc.on("update", keep);
  doc.transact(() => {
    for (const task of tasks) {
      try {
        task.run(batch);
        if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
          throw new Error("an update left something pending");
        }
      } catch (error) {
        run.thrown = { task, error };
        return;
      }
    }
  });
  doc.off("update", keep);
  return run;
}
