import { hasHiddenAuthors, sessionOf } from "../../document/board-state.ts";
import { newId } from "../../model/new-id.ts";
import type { Applying } from "../applying.ts";
import { putBackOnBoard } from "../bin/bin-card.ts";
import type { RevealCommand } from "../lead/lead-schema.ts";
import type { HeldCard } from "./held-card.ts";

type Revealing = Pick<Applying, "doc" | "held" | "now" | "owners">;

/**
 * Gives drafts their turn to come onto the board: in the order in which they were written, or, with authors hidden, in
 * one that tells nothing. With moderation on they wait instead.
 */
export function revealDrafts(
  { doc, held, owners, now }: Revealing,
  { lever, personId }: Pick<RevealCommand, "lever" | "personId">,
): void {
  const drafts = [...held.values()].filter(
    (card) =>
      card.state === "draft" &&
      (lever === undefined || card.place.lever === lever) &&
      (personId === undefined || owners.ownerOf(card.cardId)?.personId === personId),
  );
  const mustWait = sessionOf(doc).settings.isModerated === true;
  const inTurn = hasHiddenAuthors(doc) ? shuffled(drafts) : drafts.sort(bySince);
  for (const [turn, card] of inTurn.entries()) {
    if (mustWait) held.put({ ...card, state: "waiting", since: now });
    else held.put({ ...card, state: "due", since: turn });
  }
}

/**
 * Puts the next of what is due on the board, each last on its lever. A hall writes more in a silence than fits into one
 * batch.
 */
export function showDue(
  showing: Pick<Applying, "doc" | "lasts" | "held">,
  count: number,
): readonly HeldCard[] {
  const due = [...showing.held.values()].filter(({ state }) => state === "due").sort(bySince);
  const next = due.slice(0, count);
  for (const card of next) showHeld(showing, card);
  return next;
}

/** Puts a held card on the board: what was hidden where it lay, what nobody has seen yet last on its lever. */
export function showHeld(
  { doc, lasts, held }: Pick<Applying, "doc" | "lasts" | "held">,
  { cardId, state, facts, place, text }: HeldCard,
): void {
  held.delete(cardId);
  const { order, ...where } = place;
  const wanted = state === "hidden" ? { ...where, order } : where;
  putBackOnBoard({ doc, lasts }, { cardId, facts, place: wanted, text });
}

const bySince = (a: HeldCard, b: HeldCard) => a.since - b.since || (a.cardId < b.cardId ? -1 : 1);

/** By keys that nobody can guess. */
function shuffled(cards: readonly HeldCard[]): HeldCard[] {
  const keyed = cards.map((card) => ({ card, key: newId() }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ card }) => card);
}
