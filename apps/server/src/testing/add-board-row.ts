import type SqliteDatabase from "better-sqlite3";

/** The row that a board's log belongs to; what the board holds is written by `RoomHub.create`. */
export function addBoardRow(sqlite: SqliteDatabase.Database, boardId: string): void {
  sqlite
    .prepare(
      "insert into boards (id, code, title, locale, authors, created_at) values (?, ?, 't', 'nl', 'shown', 1)",
    )
    .run(boardId, boardId);
}
