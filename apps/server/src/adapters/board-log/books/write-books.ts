import type { BookChanges, LogEntry, Seq } from "@hefboom/sync";

import type { BookStatements } from "./book-statements.ts";

/** Writes what an entry changes beside the document, and who of those that lead did what. */
export function writeBooks(
  statements: BookStatements,
  { acts, books }: Pick<LogEntry, "acts" | "books">,
  { boardId, seq }: { boardId: string; seq: Seq },
): void {
  for (const [n, { id, at, personId, role, op, about }] of acts.entries()) {
    statements.addAct.run(boardId, seq, n, id, at, personId, role, op, about);
  }
  if (books !== undefined) writeChanges(statements, boardId, books);
}

function writeChanges(
  statements: BookStatements,
  boardId: string,
  { held, released, votes, people }: BookChanges,
): void {
  for (const { cardId, state, since, ...card } of held) {
    statements.putHeld.run(boardId, cardId, state, since, JSON.stringify(card));
  }
  for (const cardId of released) statements.release.run(boardId, cardId);
  for (const { ballot, voter, target, dots } of votes) {
    if (dots > 0) statements.putVote.run(boardId, ballot, voter, target, dots);
    else statements.takeVote.run(boardId, ballot, voter, target);
  }
  for (const { personId, stoppedAt, handAt, name } of people) {
    statements.putPerson.run(boardId, personId, stoppedAt, handAt);
    if (name !== undefined) statements.rename.run(name, boardId, personId);
  }
}
