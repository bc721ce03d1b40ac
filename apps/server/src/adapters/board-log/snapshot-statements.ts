import type SqliteDatabase from "better-sqlite3";

type Statement<In extends unknown[], Out = unknown> = SqliteDatabase.Statement<In, Out>;

export interface HeadRow {
  head_seq: number;
  epoch: number;
  /** All four `null` while the log was never collected. */
  id: number | null;
  seq: number | null;
  parts: number | null;
  /** Size of the unpacked parts. */
  bytes: number | null;
}
interface PartRow {
  n: number;
  data: Uint8Array;
  checksum: number;
  stream_bytes: number;
  stream_crc: number;
}
interface UpdateRow {
  seq: number;
  data: Uint8Array;
  checksum: number;
}

export interface SnapshotStatements {
  head: Statement<[string], HeadRow>;
  rows: Statement<[string, number, number], UpdateRow>;
  parts: Statement<[string, number, number, number], PartRow>;
  addPart: Statement<[string, number, number, Uint8Array, number, number, number]>;
  putSnapshot: Statement<[string, number, number, number]>;
  raiseEpoch: Statement<[number, string]>;
  sweepRows: Statement<[string, number, number]>;
  sweepParts: Statement<[string, number, number]>;
  oldDone: Statement<[string, number], { id: string }>;
  oldInverses: Statement<[string, number], { id: string }>;
  forgetInverses: Statement<[string, string]>;
}

/** The statements of heads, rows and snapshots. */
export function prepareSnapshotStatements(sqlite: SqliteDatabase.Database): SnapshotStatements {
  return {
    head: sqlite.prepare(
      `select head_seq, epoch, s.id, s.seq, s.parts, p.stream_bytes as bytes from boards
       left join board_snapshots s on s.board = boards.id
       left join board_parts p on p.board = s.board and p.snapshot = s.id and p.n = s.parts - 1
       where boards.id = ?`,
    ),
    rows: sqlite.prepare(
      "select seq, data, checksum from board_log where board = ? and seq > ? order by seq limit ?",
    ),
    parts: sqlite.prepare(
      `select n, data, checksum, stream_bytes, stream_crc from board_parts
       where board = ? and snapshot = ? and n >= ? order by n limit ?`,
    ),
    addPart: sqlite.prepare(
      `insert into board_parts (board, snapshot, n, data, checksum, stream_bytes, stream_crc)
       values (?, ?, ?, ?, ?, ?, ?)`,
    ),
    putSnapshot: sqlite.prepare(
      "insert or replace into board_snapshots (board, id, seq, parts) values (?, ?, ?, ?)",
    ),
    raiseEpoch: sqlite.prepare("update boards set epoch = max(epoch, ?) where id = ?"),
    sweepRows: sqlite.prepare(
      `delete from board_log where rowid in
       (select rowid from board_log where board = ? and seq <= ? order by seq limit ?)`,
    ),
    sweepParts: sqlite.prepare(
      `delete from board_parts where rowid in
       (select rowid from board_parts where board = ? and snapshot <> ? limit ?)`,
    ),
    oldDone: sqlite.prepare(
      "select id from done_commands where board = ? order by seq desc limit -1 offset ?",
    ),
    oldInverses: sqlite.prepare(
      `select id from done_commands where board = ? and inverse is not null
       order by seq desc limit -1 offset ?`,
    ),
    forgetInverses: sqlite.prepare(
      `update done_commands set inverse = null
       where board = ? and id in (select value from json_each(?))`,
    ),
  };
}
