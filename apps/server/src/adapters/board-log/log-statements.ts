import type { Consent } from "@hefboom/board";
import type SqliteDatabase from "better-sqlite3";

type Statement<In extends unknown[], Out = unknown> = SqliteDatabase.Statement<In, Out>;

interface OwnerRow {
  card_id: string;
  person_id: string | null;
  consent: Consent;
  speaker_agrees: 0 | 1;
  deleted: 0 | 1;
}
interface DoneRow {
  id: string;
  person_id: string;
}
export interface BinRow {
  card_id: string;
  binned_at: number;
  binned_by: string;
  card: string;
}

export interface LogStatements {
  owners: Statement<[string], OwnerRow>;
  clients: Statement<[string], { client_id: number; person_id: string | null }>;
  inverses: Statement<[string, string], DoneRow & { inverse: string }>;
  inversesBy: Statement<[string, string], { inverse: string }>;
  binned: Statement<[string, string], BinRow>;
  bin: Statement<[string], BinRow>;
  advance: Statement<[number, string, number]>;
  addRow: Statement<[string, number, Uint8Array, number, number]>;
  putOwner: Statement<[string, string, string | null, string, number, number]>;
  addEvents: Statement<[string, number, number, number, string, string]>;
  addDone: Statement<[string, string, string, string | null, number]>;
  addClient: Statement<[string, number, string | null]>;
  putBinned: Statement<[string, string, number, string, string]>;
  takeFromBin: Statement<[string, string]>;
  clearBin: Statement<[number]>;
  probe: Statement<[Uint8Array]>;
}

/** The statements of entries and of what lies beside the log, compiled once: a batch of a busy room runs many of them. */
export function prepareLogStatements(sqlite: SqliteDatabase.Database): LogStatements {
  return {
    owners: sqlite.prepare(
      "select card_id, person_id, consent, speaker_agrees, deleted from card_owners where board = ?",
    ),
    clients: sqlite.prepare("select client_id, person_id from board_clients where board = ?"),
    inverses: sqlite.prepare(
      `select id, person_id, inverse from done_commands
       where board = ? and inverse is not null and id in (select value from json_each(?))`,
    ),
    inversesBy: sqlite.prepare(
      `select inverse from done_commands
       where board = ? and person_id = ? and inverse is not null`,
    ),
    binned: sqlite.prepare(
      `select card_id, binned_at, binned_by, card from bin
       where board = ? and card_id in (select value from json_each(?))`,
    ),
    bin: sqlite.prepare(
      "select card_id, binned_at, binned_by, card from bin where board = ? order by binned_at desc",
    ),
    advance: sqlite.prepare("update boards set head_seq = ? where id = ? and head_seq = ?"),
    addRow: sqlite.prepare(
      "insert into board_log (board, seq, data, checksum, at) values (?, ?, ?, ?, ?)",
    ),
    putOwner: sqlite.prepare(
      `insert into card_owners (board, card_id, person_id, consent, speaker_agrees, deleted)
       values (?, ?, ?, ?, ?, ?)
       on conflict (board, card_id) do update set consent = excluded.consent,
         speaker_agrees = excluded.speaker_agrees, deleted = excluded.deleted`,
    ),
    addEvents: sqlite.prepare(
      "insert into card_events (board, seq, n, at, phase, events) values (?, ?, ?, ?, ?, ?)",
    ),
    addDone: sqlite.prepare(
      "insert into done_commands (board, id, person_id, inverse, seq) values (?, ?, ?, ?, ?)",
    ),
    addClient: sqlite.prepare(
      "insert into board_clients (board, client_id, person_id) values (?, ?, ?) on conflict do nothing",
    ),
    putBinned: sqlite.prepare(
      "insert or replace into bin (board, card_id, binned_at, binned_by, card) values (?, ?, ?, ?, ?)",
    ),
    takeFromBin: sqlite.prepare("delete from bin where board = ? and card_id = ?"),
    clearBin: sqlite.prepare("delete from bin where binned_at < ?"),
    probe: sqlite.prepare("insert or replace into log_probe (id, data) values (1, ?)"),
  };
}
