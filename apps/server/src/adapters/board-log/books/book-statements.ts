import type { HeldState } from "@hefboom/board";
import type { Act, VoteRow } from "@hefboom/sync";
import type SqliteDatabase from "better-sqlite3";

export interface HeldRow {
  card_id: string;
  state: HeldState;
  since: number;
  card: string;
}
interface PersonColumns {
  person_id: string;
  stopped_at: number | null;
  hand_at: number | null;
}
interface ActRow {
  id: string;
  at: number;
  person_id: string;
  role: Act["role"];
  op: Act["op"];
  about: string | null;
}

type Statement<In extends unknown[], Out = unknown> = SqliteDatabase.Statement<In, Out>;

export interface BookStatements {
  held: Statement<[string], HeldRow>;
  votes: Statement<[string], VoteRow>;
  people: Statement<[string], PersonColumns>;
  acts: Statement<[string, number, number], ActRow>;
  nameOf: Statement<[string, string], { name: string | null }>;
  boards: Statement<[], { id: string }>;
  clearOldActs: Statement<[string, number]>;
  /** All but the newest so many: of participants, or (0) of everybody else. */
  clearManyActs: Statement<[{ board: string; of_participants: 0 | 1; count: number }]>;
  putHeld: Statement<[string, string, string, number, string]>;
  release: Statement<[string, string]>;
  putVote: Statement<[string, string, string, string, number]>;
  takeVote: Statement<[string, string, string, string]>;
  putPerson: Statement<[string, string, number | null, number | null]>;
  rename: Statement<[string | null, string, string]>;
  addAct: Statement<
    [string, number, number, string, number, string, string, string, string | null]
  >;
}

/** The statements of what is held, voted and decided beside the document. */
export function prepareBookStatements(sqlite: SqliteDatabase.Database): BookStatements {
  return {
    held: sqlite.prepare(
      "select card_id, state, since, card from held_cards where board = ? order by since, card_id",
    ),
    votes: sqlite.prepare("select ballot, voter, target, dots from votes where board = ?"),
    people: sqlite.prepare(
      "select person_id, stopped_at, hand_at from board_people where board = ?",
    ),
    acts: sqlite.prepare(
      `select id, at, person_id, role, op, about from acts
       where board = ? and at < ? order by seq desc, n desc limit ?`,
    ),
    nameOf: sqlite.prepare("select name from participants where board = ? and id = ?"),
    boards: sqlite.prepare("select id from boards"),
    clearOldActs: sqlite.prepare("delete from acts where board = ? and at < ?"),
    clearManyActs: sqlite.prepare(
      `delete from acts where board = @board and (role = 'participant') = @of_participants
         and (seq, n) <= (
           select seq, n from acts where board = @board and (role = 'participant') = @of_participants
           order by seq desc, n desc limit 1 offset @count
         )`,
    ),
    putHeld: sqlite.prepare(
      "insert or replace into held_cards (board, card_id, state, since, card) values (?, ?, ?, ?, ?)",
    ),
    release: sqlite.prepare("delete from held_cards where board = ? and card_id = ?"),
    putVote: sqlite.prepare(
      "insert or replace into votes (board, ballot, voter, target, dots) values (?, ?, ?, ?, ?)",
    ),
    takeVote: sqlite.prepare(
      "delete from votes where board = ? and ballot = ? and voter = ? and target = ?",
    ),
    putPerson: sqlite.prepare(
      "insert or replace into board_people (board, person_id, stopped_at, hand_at) values (?, ?, ?, ?)",
    ),
    rename: sqlite.prepare("update participants set name = ? where board = ? and id = ?"),
    addAct: sqlite.prepare(
      `insert into acts (board, seq, n, id, at, person_id, role, op, about)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
  };
}
