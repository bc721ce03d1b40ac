import type { Seq } from "@hefboom/sync";
import type { LogPosition, PackedBoards, PackedLog } from "./packed-log.ts";
import { GZIP_HEADER, gzipTrailer } from "./packing/gzip-stream.ts";
import { packPart, STREAM_START } from "./packing/packed-part.ts";
import type { SnapshotWorker } from "./thread/snapshot-worker.ts";

/** A stored board in parts, as one gzip stream. */
export interface StateParts {
  readonly epoch: number;
  readonly seq: Seq;
  /** The stored parts, as they lie. */
  readonly start: Buffer;
  /** What came after them. */
  readonly end: Promise<Buffer>;
  /** Both, once they are there. */
  whole: Buffer | undefined;
}
/** A stored board as one update v2. */
export interface WholeState {
  readonly epoch: number;
  readonly seq: Seq;
  readonly update: Uint8Array;
}

interface Kept<T> {
  readonly position: LogPosition;
  readonly readAt: number;
  /** Counts askings and readings in the order in which they began. */
  readonly turn: number;
  readonly reading: Promise<T>;
  /** Resolves when nothing works on it any more, whether or not it could be read. */
  readonly over: Promise<void>;
  isBusy: boolean;
}
interface Making<T> {
  make(log: PackedLog): Promise<T>;
  /** What goes on after it was made. */
  rest?(made: T): Promise<unknown>;
}

/** How old a state may be for who takes the rest from the socket, in ms. */
const RECENT_MS = 2_000;
/** Boards whose latest reading is kept. */
const BOARDS_MAX = 20;

interface StateReaderDeps {
  boards: PackedBoards;
  worker: SnapshotWorker;
  /** Milliseconds of a clock that only goes forward, whatever the wall clock does. */
  now(): number;
}

/** Reads boards from the log for who wants to have them whole, without their rooms; once for all who ask together. */
export class StateReader {
  readonly #deps: StateReaderDeps;
  readonly #parts = new Map<string, Kept<StateParts>>();
  readonly #wholes = new Map<string, Kept<WholeState>>();
  #turn = 0;

  constructor(deps: StateReaderDeps) {
    this.#deps = deps;
  }

  /** What is stored now. @throws {LogError} LOG_MISSING */
  position(boardId: string): Promise<LogPosition> {
    return this.#deps.boards.shape(boardId);
  }

  /** @param age `recent`: it may be some seconds old. @throws {LogError} LOG_MISSING, LOG_DAMAGED */
  async parts(boardId: string, age: "now" | "recent" = "now"): Promise<StateParts> {
    const recent = age === "recent" ? await this.#recent(boardId) : undefined;
    if (recent !== undefined) return recent;
    return this.#once(this.#parts, boardId, {
      make: async (log) => this.#toParts(boardId, log),
      rest: ({ end }) => end,
    });
  }

  /** @throws {LogError} LOG_MISSING, LOG_DAMAGED */
  whole(boardId: string): Promise<WholeState> {
    return this.#once(this.#wholes, boardId, {
      make: async (log) => ({
        epoch: log.epoch,
        seq: log.head,
        update: await this.#deps.worker.run("whole", boardId, log),
      }),
    });
  }

  /** What was read some moments ago; never what was read before something was erased. */
  async #recent(boardId: string): Promise<StateParts | undefined> {
    const { epoch } = await this.#deps.boards.shape(boardId);
    const kept = this.#parts.get(boardId);
    const isRecent = kept !== undefined && this.#deps.now() - kept.readAt < RECENT_MS;
    return isRecent && kept.position.epoch === epoch ? kept.reading : undefined;
  }

  /** A board is read once at a time; who asks meanwhile, while the board goes on, shares the next reading. */
  async #once<T>(kept: Map<string, Kept<T>>, boardId: string, making: Making<T>): Promise<T> {
    this.#turn += 1;
    const asked = this.#turn;
    for (;;) {
      const position = await this.#deps.boards.shape(boardId);
      const known = kept.get(boardId);
      const isFresh = known !== undefined && known.turn > asked;
      if (known !== undefined && (isFresh || isSame(known.position, position)))
        return known.reading;
      if (known?.isBusy !== true) return this.#read(kept, { boardId, position }, making);
      await known.over;
    }
  }

  #read<T>(
    kept: Map<string, Kept<T>>,
    { boardId, position }: { boardId: string; position: LogPosition },
    { make, rest }: Making<T>,
  ): Promise<T> {
    this.#turn += 1;
    const reading = this.#deps.boards.packed(boardId).then(make);
    const over = reading
      .then((made) => rest?.(made))
      .then(
        () => {
          one.isBusy = false;
        },
        () => {
          one.isBusy = false;
          if (kept.get(boardId) === one) kept.delete(boardId); // the next one reads again
        },
      );
    const readAt = this.#deps.now();
    const one: Kept<T> = { position, readAt, turn: this.#turn, reading, over, isBusy: true };
    kept.delete(boardId);
    kept.set(boardId, one);
    const [oldest] = kept.keys();
    if (kept.size > BOARDS_MAX && oldest !== undefined) kept.delete(oldest);
    return reading;
  }

  #toParts(boardId: string, log: PackedLog): StateParts {
    const parts = log.snapshot?.parts ?? [];
    const end = this.#packTail(boardId, log);
    const start = Buffer.concat([GZIP_HEADER, ...parts.map(({ data }) => data)]);
    const state: StateParts = { epoch: log.epoch, seq: log.head, start, end, whole: undefined };
    end.then(
      (rest) => {
        state.whole = Buffer.concat([start, rest]);
      },
      () => undefined, // told to who reads it
    );
    return state;
  }

  async #packTail(boardId: string, log: PackedLog): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let reached = log.snapshot?.parts.at(-1) ?? STREAM_START;
    for (const part of await this.#deps.worker.run("tail", boardId, {
      ...log,
      snapshot: undefined,
    })) {
      const packed = await packPart(part, reached);
      chunks.push(packed.data);
      reached = packed;
    }
    return Buffer.concat([...chunks, gzipTrailer(reached)]);
  }
}

function isSame(a: LogPosition, b: LogPosition): boolean {
  return a.epoch === b.epoch && a.head === b.head;
}
