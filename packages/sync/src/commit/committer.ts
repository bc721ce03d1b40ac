import * as Y from "yjs";

import { Batch } from "../batch/batch.ts";
import { lookUpPast } from "../batch/past/look-up-past.ts";
import { type BoardLog, type BookChanges, LogError, type Seq } from "../board-log.ts";
import type { RoomLimits } from "../limits/room-limits.ts";
import { noteWords } from "../state/has-words-gone.ts";
import {
  keepInTail,
  openRoomState,
  type RoomState,
  updateSince,
  withDocument,
} from "../state/room-state.ts";
import { Tick } from "../time/tick.ts";
import { Outage } from "./outage.ts";
import type { RoomTask } from "./room-task.ts";
import { runTasks, type Thrown } from "./run-tasks.ts";

/** How often in a row a batch is judged again because another node was first, before its tasks are told "failed". */
const MOVED_MAX_TRIES = 8;
/** Most tasks of one batch, and most commands but for those of its last task, so that what is looked up for it stays small. */
const TASKS_MAX = 500;
const COMMANDS_MAX = 1_000;

/** What of a batch is still to be done. */
interface Work {
  readonly tasks: readonly RoomTask[];
  /** So many of the first ones run one by one: they broke a batch together, and nobody knows which of them did. */
  readonly alone: number;
}

interface CommitterEvents {
  /** What is held, voted and decided beside the document, as it is now stored; its tasks are about to be settled. */
  kept(changes: BookChanges, state: RoomState): void;
  /** The board was read anew from its log: what is beside the document may all be different. */
  renewed(state: RoomState): void;
  /** What is now stored and may be shown; its tasks have been settled already. */
  stored(update: Uint8Array, state: RoomState): void;
  /** The board was read anew, and what was shown until now lies too far back to go on from. */
  outrun(state: RoomState): void;
  /** Tasks were settled, whether or not anything was stored. */
  settled(): void;
  /** A task threw, or a commit failed; nothing of it was kept. */
  trouble(error: unknown): void;
}

export interface CommitterDeps {
  log: BoardLog;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Milliseconds of a clock that only goes forward. */
  elapsed: () => number;
  limits: RoomLimits;
  /** How long a batch gathers while others come in, in ms. */
  restMs: () => number;
  events: CommitterEvents;
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
  readonly #deps: CommitterDeps;
  readonly #tick: Tick;
  readonly #outage: Outage;
  #queue: RoomTask[] = [];
  #readers: (() => void)[] = [];
  #isCommitting = false;
  #isClosing = false;
  /** The log has it with less history: before the next batch it is read anew. */
  #isOutdated = false;
  /** Why the board could not be read from its log when that was tried last. */
  #unreadable: unknown;

  constructor(boardId: string, state: RoomState, deps: CommitterDeps) {
    this.#boardId = boardId;
    this.#state = state;
    this.#shownSeq = state.seq;
    this.#deps = deps;
    this.#tick = new Tick({ run: () => this.#runBatch(), restMs: deps.restMs });
    this.#outage = new Outage(() => deps.log.probe());
  }

  /** Takes `task` into the next batch: at once when it is quiet, else with what comes in until then. */
  push(task: RoomTask): void {
    if (this.#outage.isOn || this.#isClosing) {
      task.settle("failed");
      this.#deps.events.settled();
      return;
    }
    this.#queue.push(task);
    this.#tick.nudge();
  }

  /** Calls `read` with the stored state: at once, or after the commit in flight. */
  read<T>(read: (state: RoomState) => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const reader = () => {
      try {
        if (this.#state === undefined)
          throw this.#unreadable ?? new LogError("LOG_FULL", "the board cannot be read now");
        resolve(read(this.#state));
      } catch (error) {
        reject(error);
      }
    };
    if (this.#state !== undefined && !this.#isCommitting) reader();
    else {
      this.#readers.push(reader);
      this.#tick.nudge();
    }
    return promise;
  }

  /**
   * Goes on with this document, which is what the log held at `seq`. When that is too long ago to be brought up to date, the
   * board is read anew.
   */
  takeDocument(doc: Y.Doc, seq: Seq): Promise<void> {
    return this.read((state) => {
      const missing = seq === state.seq ? [] : state.tail.after(seq);
      if (seq > state.seq || missing === undefined) {
        doc.destroy();
        this.#isOutdated = true;
        this.#tick.nudge();
        return;
      }
      for (const { update } of missing) Y.applyUpdate(doc, update);
      doc.clientID = state.doc.clientID;
      this.#state = withDocument(state, doc);
      state.doc.destroy();
    });
  }

  /** Resolves when nothing is waiting or in flight. */
  idle(): Promise<void> {
    return this.#tick.idle();
  }

  get isClosing(): boolean {
    return this.#isClosing;
  }

  /** Stores what was taken in, and takes nothing more. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.idle();
    this.#outage.end();
  }

  async #runBatch(): Promise<void> {
    this.#isCommitting = true;
    if (this.#isOutdated) this.#drop();
    this.#isOutdated = false;
    await this.#commit(this.#queue.splice(0, batchLength(this.#queue)));
    this.#isCommitting = false;
    this.#guard(() => this.#deps.events.settled());
    for (const reader of this.#readers.splice(0)) reader();
    if (this.#queue.length > 0) this.#tick.nudge();
  }

  /** What is left goes back to the front of the queue, unless it has to be done alone. */
  async #commit(tasks: readonly RoomTask[]): Promise<void> {
    let work: Work = { tasks, alone: 0 };
    try {
      await this.#opened();
      if (tasks.length === 0) return;
      let moves = 0;
      while (moves < MOVED_MAX_TRIES) {
        const left = await this.#apply(work);
        moves = left === "moved" ? moves + 1 : 0;
        if (left === "moved") continue;
        work = left;
        if (work.alone > 0) continue;
        this.#queue.unshift(...work.tasks);
        return;
      }
      await this.#opened(); // the board is fine: those who read wait for it
    } catch (error) {
      await this.#giveUp(error);
    }
    this.#settle(work.tasks, "failed");
  }

  /** Nothing more is stored until a probe succeeds; what is stored can be read on. */
  async #giveUp(error: unknown): Promise<void> {
    this.#deps.events.trouble(error);
    this.#outage.begin();
    this.#settle(this.#queue.splice(0), "failed");
    this.#drop();
    await this.#opened().catch((again: unknown) => this.#deps.events.trouble(again));
  }

  /** @returns what is left: a throw spoilt it, or the batch had lasted long enough */
  async #apply(work: Work): Promise<"moved" | Work> {
    const state = await this.#opened();
    const { log, now, elapsed, events } = this.#deps;
    const tasks = work.alone > 0 ? work.tasks.slice(0, 1) : work.tasks;
    const commands = tasks.flatMap((task) => task.commands);
    const past = await lookUpPast(log, this.#boardId, commands);
    const batch = new Batch(state, now(), past);
    const { update, ran, thrown } = runTasks(batch, tasks, elapsed);
    if (thrown !== undefined) return this.#withoutThrower(work, ran, thrown);
    if ((await this.#store(state, batch, update)) === "moved") return "moved";
    const { changes } = batch;
    if (changes !== undefined) this.#guard(() => events.kept(changes, state));
    this.#settle(tasks.slice(0, ran), "stored");
    if (update !== undefined) {
      this.#guard(() => events.stored(update, state));
      noteWords(update); // after it was shown: nobody who is here waits for it
    }
    return { tasks: work.tasks.slice(ran), alone: Math.max(0, work.alone - 1) };
  }

  /** Nothing of the batch is kept. Who threw fails; when nobody knows who, all that ran are to run alone. */
  async #withoutThrower(work: Work, ran: number, { task, error }: Thrown): Promise<Work> {
    this.#deps.events.trouble(error);
    this.#drop();
    await this.#opened();
    if (task === undefined) return { tasks: work.tasks, alone: ran };
    this.#guard(() => task.fail(error));
    const tasks = work.tasks.filter((each) => each !== task);
    return { tasks, alone: Math.max(0, work.alone - 1) };
  }

  async #store(
    state: RoomState,
    batch: Batch,
    update: Uint8Array | undefined,
  ): Promise<"moved" | "stored"> {
    const entry = batch.entry(update);
    if (entry === undefined) return this.#judgedByHead(state);
    try {
      state.seq = await this.#deps.log.append(this.#boardId, state.seq, entry);
    } catch (error) {
      if (!(error instanceof LogError) || error.code !== "LOG_MOVED") throw error;
      this.#drop();
      return "moved";
    }
    batch.settle();
    this.#shownSeq = state.seq;
    if (update !== undefined) keepInTail(state, { seq: state.seq, update });
    return "stored";
  }

  /** Where nothing is stored, nobody says that another node was first: what is refused has to be refused by what is stored now. */
  async #judgedByHead(state: RoomState): Promise<"moved" | "stored"> {
    if ((await this.#deps.log.head(this.#boardId)) === state.seq) return "stored";
    this.#drop();
    return "moved";
  }

  #settle(tasks: readonly RoomTask[], outcome: "stored" | "failed"): void {
    for (const task of tasks) this.#guard(() => task.settle(outcome));
  }

  /** What goes wrong while others are told is no trouble of the log's: nobody is told otherwise afterwards. */
  #guard(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#deps.events.trouble(error);
    }
  }

  /** Throws the document away, with whatever was not stored. */
  #drop(): void {
    this.#state?.doc.destroy();
    this.#state = undefined;
  }

  /** The state, read anew from the log after a drop; what others stored meanwhile is shown. */
  async #opened(): Promise<RoomState> {
    if (this.#state !== undefined) return this.#state;
    const { log, limits, events } = this.#deps;
    const state = await openRoomState(this.#boardId, log, limits).catch((error: unknown) => {
      this.#unreadable = error;
      throw error;
    });
    this.#state = state;
    this.#unreadable = undefined;
    if (state.seq > this.#shownSeq) {
      const update = updateSince(state, this.#shownSeq);
      if (update === undefined) this.#guard(() => events.outrun(state));
      else this.#guard(() => events.stored(update, state));
      this.#guard(() => events.renewed(state));
    }
    this.#shownSeq = state.seq;
    return state;
  }
}

/** So many of the first tasks make one batch. */
function batchLength(queue: readonly RoomTask[]): number {
  let commands = 0;
  let length = 0;
  for (const task of queue) {
    if (length === TASKS_MAX || commands >= COMMANDS_MAX) break;
    commands += task.commands.length;
    length += 1;
  }
  return length;
}
