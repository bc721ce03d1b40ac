import type { HeldCard } from "@hefboom/board";
import type { BoardRecords } from "@hefboom/sync";

import type { BookStatements, HeldRow } from "./book-statements.ts";

/** What is held, voted and decided beside a board's document. */
export function readBooks(
  statements: BookStatements,
  boardId: string,
): Pick<BoardRecords, "held" | "votes" | "people"> {
  return {
    held: statements.held.all(boardId).map(toHeldCard),
    votes: statements.votes.all(boardId),
    people: statements.people.all(boardId).map(({ person_id, stopped_at, hand_at }) => ({
      personId: person_id,
      stoppedAt: stopped_at,
      handAt: hand_at,
    })),
  };
}

function toHeldCard({ card_id, state, since, card }: HeldRow): HeldCard {
  // The log itself wrote it, in `writeBooks`.
  const content = JSON.parse(card) as Pick<HeldCard, "facts" | "place" | "text">;
  return { cardId: card_id, state, since, ...content };
}
