import type SqliteDatabase from "better-sqlite3";

import { MARK_BYTES, MarkSet, marksOf } from "./mark-set.ts";

/** A chunk fills one page of the database. */
const CHUNK_BYTES = 500 * MARK_BYTES;
/** Boards whose marks are in memory; only those of long use have any. */
const BOARDS_MAX = 64;

type Statement<In extends unknown[], Out = unknown> = SqliteDatabase.Statement<In, Out>;
interface Chunk {
  n: number;
  marks: Uint8Array;
}
/** Where a board's marks end: they are only ever added to. */
interface End {
  /** Of the last chunk. */
  n: number;
  /** In that chunk. */
  bytes: number;
}
interface Known {
  marks: MarkSet;
  /** Up to there. */
  end: End;
}
interface Found {
  /** `null`: no row of that id. */
  person_id: string | null;
  /** Whether the board has marks at all. */
  has_marks: 0 | 1;
}
interface Statements {
  find: Statement<[string, string, string], Found>;
  end: Statement<[string], End>;
  /** From chunk `n` on. */
  chunks: Statement<[string, number], Chunk>;
  put: Statement<[string, number, Uint8Array]>;
  forget: Statement<[string, string], { id: string }>;
}

/**
 * The commands that were done: so that one is never done twice, however late it is sent again. Of those of long ago
 * nothing else is kept: in the table a mark of each, in memory the marks of boards that were asked for last.
 */
export class DoneCommands {
  readonly #sqlite: SqliteDatabase.Database;
  #prepared: Statements | undefined;
  /** By board, the one asked for last at the end. */
  readonly #known = new Map<string, Known>();

  constructor(sqlite: SqliteDatabase.Database) {
    this.#sqlite = sqlite;
  }

  /** Puts marks in the place of the rows of done commands. To be called within a commit. */
  forget(boardId: string, ids: readonly string[]): void {
    // Another node may have forgotten some of them meanwhile.
    const gone = this.#statements.forget.all(boardId, JSON.stringify(ids)).map(({ id }) => id);
    if (gone.length === 0) return;
    const end = this.#statements.end.get(boardId) ?? NO_MARKS;
    const [last] = this.#statements.chunks.all(boardId, end.n);
    const marks = Buffer.concat([last?.marks ?? EMPTY, marksOf(gone)]);
    for (let at = 0; at < marks.byteLength; at += CHUNK_BYTES) {
      const n = end.n + at / CHUNK_BYTES;
      this.#statements.put.run(boardId, n, marks.subarray(at, at + CHUNK_BYTES));
    }
  }

  /** Who did those of `ids` that were done; `""`: somebody erased since; `null`: so long ago that this is forgotten. */
  by(boardId: string, ids: readonly string[]): Map<string, string | null> {
    const done = new Map<string, string | null>();
    let hasMarks = false;
    for (const id of ids) {
      const found = this.#statements.find.get(boardId, id, boardId);
      if (typeof found?.person_id === "string") done.set(id, found.person_id);
      hasMarks ||= found?.has_marks === 1;
    }
    if (!hasMarks) return done;
    // After the rows: what another node forgets in between has its mark before the marks are asked.
    const others = ids.filter((id) => !done.has(id));
    for (const id of this.among(boardId, others)) done.set(id, null);
    return done;
  }

  /** Those of `ids` that were done long ago. */
  among(boardId: string, ids: readonly string[]): string[] {
    const end = this.#statements.end.get(boardId);
    if (end === undefined) {
      this.#known.delete(boardId); // the board may be gone
      return [];
    }
    const marks = this.#marksUpTo(boardId, end);
    return ids.filter((id) => marks.has(id));
  }

  /** What was added since the board was asked for last is read, whichever node added it. */
  #marksUpTo(boardId: string, end: End): MarkSet {
    const known = this.#known.get(boardId) ?? { marks: new MarkSet(), end: NO_MARKS };
    const { n, bytes } = known.end;
    if (n !== end.n || bytes !== end.bytes) {
      const chunks = this.#statements.chunks.all(boardId, n).map(({ marks }) => marks);
      known.marks.add(Buffer.concat(chunks).subarray(bytes));
      known.end = end;
    }
    this.#keep(boardId, known);
    return known.marks;
  }

  #keep(boardId: string, known: Known): void {
    this.#known.delete(boardId);
    this.#known.set(boardId, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= BOARDS_MAX) return;
      this.#known.delete(oldest);
    }
  }

  /** Prepared when first needed: a copy that an older version made has no such table, and is read all the same. */
  get #statements(): Statements {
    this.#prepared ??= prepareStatements(this.#sqlite);
    return this.#prepared;
  }
}

/** Before the first chunk. */
const NO_MARKS: End = { n: 1, bytes: 0 };
const EMPTY = new Uint8Array();

function prepareStatements(sqlite: SqliteDatabase.Database): Statements {
  return {
    // One id at a time, and both questions at once: a quiet room asks for one, and waits for the answer.
    find: sqlite.prepare(
      `select (select person_id from done_commands where board = ? and id = ?) as person_id,
         exists (select 1 from done_long_ago where board = ?) as has_marks`,
    ),
    end: sqlite.prepare(
      "select n, length(marks) as bytes from done_long_ago where board = ? order by n desc limit 1",
    ),
    chunks: sqlite.prepare(
      "select n, marks from done_long_ago where board = ? and n >= ? order by n",
    ),
    put: sqlite.prepare("insert or replace into done_long_ago (board, n, marks) values (?, ?, ?)"),
    forget: sqlite.prepare(
      `delete from done_commands where board = ? and id in (select value from json_each(?))
       returning id`,
    ),
  };
}
