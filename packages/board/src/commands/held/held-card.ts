import type { CardFacts } from "../../model/card-schema.ts";
import type { Place } from "../../model/place-schema.ts";

/**
 * Why a card is not in the document:
 * - `draft`: written in a silent phase, and not revealed yet; its author alone sees it.
 * - `waiting`: with moderation on, until somebody of the staff shows it.
 * - `hidden`: taken off the board by somebody who leads.
 * - `due`: a draft that was revealed, and comes onto the board as soon as all before it are there.
 */
export const heldStates = ["draft", "waiting", "hidden", "due"] as const;
export type HeldState = (typeof heldStates)[number];

/** A card whole, kept in a table and out of the document. Its owner and consent stay where they are. */
export interface HeldCard {
  readonly cardId: string;
  readonly state: HeldState;
  /** Milliseconds since 1970, server time; of what is due its turn. */
  readonly since: number;
  readonly facts: CardFacts;
  readonly place: Place;
  readonly text: string;
}

/** The cards of one board that are held. */
export interface HeldCards {
  get(cardId: string): HeldCard | undefined;
  values(): Iterable<HeldCard>;
  /** How many of this person's nobody else has seen yet, of any state but `hidden`. */
  unseenBy(personId: string): number;
}
export interface WritableHeldCards extends HeldCards {
  /** A card comes to be held; `null`: it is nobody's. */
  hold(card: HeldCard, personId: string | null): void;
  /** A held card changes. */
  put(card: HeldCard): void;
  delete(cardId: string): void;
}
