import type * as Y from "yjs";

import type { CardFacts } from "../model/card-schema.ts";
import type { Lever } from "../model/lever-schema.ts";
import { DOCUMENT_SCHEMA, type Meta } from "../model/meta.ts";
import type { Place } from "../model/place-schema.ts";
import { OPEN_PHASE } from "../plan/fixed-phases.ts";
import { compareByOrder } from "./order.ts";
import { cardsOf, leversOf, metaOf, placesOf, textsOf } from "./roots.ts";

/** A card as people see it: facts, text and place together. Never mutated, so `===` means unchanged. */
export interface Card extends CardFacts {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
}
export interface LeverView extends Lever {
  readonly id: string;
}

/** `undefined` when there is no such card. */
export function readCard(doc: Y.Doc, cardId: string): Card | undefined {
  const facts = cardsOf(doc).get(cardId);
  const place = placesOf(doc).get(cardId);
  if (facts === undefined || place === undefined) return undefined;
  return { ...facts, id: cardId, text: textsOf(doc).get(cardId)?.toString() ?? "", place };
}

/** All levers in the board's order. */
export function readLevers(doc: Y.Doc): LeverView[] {
  const levers: LeverView[] = [];
  for (const [id, lever] of leversOf(doc)) levers.push({ ...lever, id });
  return levers.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

const EMPTY_META: Meta = {
  schema: DOCUMENT_SCHEMA,
  epoch: 0,
  title: {},
  locale: "nl",
  groups: [],
  plan: [OPEN_PHASE],
  phase: { id: "open", seq: 0, index: 0, startedAt: 0 },
  timer: null,
  locks: { board: false, levers: [] },
  spotlight: null,
  ballot: null,
  labelSets: [],
  authors: "shown",
  settings: {},
};

/** The root `meta`; harmless defaults for a replica that has received nothing yet. */
export function readMeta(doc: Y.Doc): Meta {
  // The server alone writes `meta`, from createBoard and typed commands, so its keys have these types.
  return { ...EMPTY_META, ...(metaOf(doc).toJSON() as Partial<Meta>) };
}

/** All cards in the order of list, keyboard, wall and export: lever, card's order, id; the tray comes last. */
export function readCards(doc: Y.Doc): Card[] {
  const rank = new Map(readLevers(doc).map((lever, index) => [lever.id, index]));
  const rankOf = ({ place }: Card) =>
    place.lever === null ? Number.MAX_SAFE_INTEGER : (rank.get(place.lever) ?? rank.size);
  const cards: Card[] = [];
  for (const cardId of cardsOf(doc).keys()) {
    const card = readCard(doc, cardId);
    if (card !== undefined) cards.push(card);
  }
  return cards.sort((a, b) => rankOf(a) - rankOf(b) || compareByOrder(a, b));
}
