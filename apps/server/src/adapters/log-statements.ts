import type { Consent } from "@hefboom/board";
import type SqliteDatabase from "better-sqlite3";

interface OwnerRow {
  card_id: string;
  person_id: string | null;
  consent: Consent;
  speaker_agrees: 0 | 1;
  deleted: 0 | 1;
}

type Statement<In extends unknown[], Out = unknown> = SqliteDatabase.Statement<In, Out>;

export interface LogStatements {
  head: Statement<[string], { head_seq: number }>;
  rows: Statement<[string], { seq: number; data: Uint8Array; checksum: number }>;
  owners: Statement<[string], OwnerRow>;
  clients: Statement<[string], { client_id: number; person_id: string | null }>;
  doneBy: Statement<[string, string], { id: string; person_id: string }>;
  advance: Statement<[number, string, number]>;
  addRow: Statement<[string, number, Uint8Array, number, number]>;
  putOwner: Statement<[string, string, string | null, string, number, number]>;
  addEvent: Statement<[string, number, number, number, string, string, string, string | null]>;
  addDone: Statement<[string, string, string]>;
  addClient: Statement<[string, number, string | null]>;
}

/** The log's statements, compiled once: a batch of a busy room runs many of them. */
export function prepareLogStatements(sqlite: SqliteDatabase.Database): LogStatements {
  return {
    head: sqlite.prepare("select head_seq from boards where id = ?"),
    rows: sqlite.prepare("select seq, data, checksum from board_log where board = ? order by seq"),
    owners: sqlite.prepare(
      "select card_id, person_id, consent, speaker_agrees, deleted from card_owners where board = ?",
    ),
    clients: sqlite.prepare("select client_id, person_id from board_clients where board = ?"),
    doneBy: sqlite.prepare(
      "select id, person_id from done_commands where board = ? and id in (select value from json_each(?))",
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
    addEvent: sqlite.prepare(
      `insert into card_events (board, seq, n, at, phase, kind, card, lever)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    addDone: sqlite.prepare("insert into done_commands (board, id, person_id) values (?, ?, ?)"),
    addClient: sqlite.prepare(
      "insert into board_clients (board, client_id, person_id) values (?, ?, ?) on conflict do nothing",
    ),
  };
}
