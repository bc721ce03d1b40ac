import {
  type Card,
  type LeverView,
  type Publication,
  publicationOf,
  type Via,
} from "@hefboom/board";
import type { PublicationCounts } from "@hefboom/contract";

import type { ExportInput } from "./export-input.ts";
import { writable } from "./writable.ts";

/** A card that may leave the workshop, with nothing in it that may not. Every format writes these and no others. */
export interface PublishedCard {
  readonly id: string;
  readonly kind: Card["kind"];
  readonly text: string;
  /** `undefined`: in the tray. */
  readonly lever: LeverView | undefined;
  readonly author: string | undefined;
  readonly speaker: string | undefined;
  readonly via: Via | undefined;
  readonly lang: string | undefined;
  /** Label id by label set id. */
  readonly labels: Readonly<Record<string, string>>;
  readonly passage: string | undefined;
  /** Milliseconds since 1970; `undefined` with authors hidden. */
  readonly createdAt: number | undefined;
}

/** The cards that pass the filter and may be published, in the board's order. */
export function publishedCards(input: ExportInput): PublishedCard[] {
  const levers = new Map(input.levers.map((lever) => [lever.id, lever]));
  const published: PublishedCard[] = [];
  for (const card of filtered(input)) {
    const publication = publicationOfCard(input, card);
    if (publication === undefined) continue;
    published.push({
      id: card.id,
      kind: card.kind,
      text: writable(card.text),
      lever: card.place.lever === null ? undefined : levers.get(card.place.lever),
      author: publication.author === undefined ? undefined : writable(publication.author),
      speaker: publication.speaker === undefined ? undefined : writable(publication.speaker),
      via: card.via,
      lang: card.lang,
      labels: card.labels ?? {},
      passage: card.passage,
      createdAt: input.authors === "hidden" ? undefined : card.at,
    });
  }
  return published;
}

/** How many cards that pass the filter leave, and how: what an organiser sees before exporting. */
export function countPublication(input: ExportInput): PublicationCounts {
  const count: PublicationCounts = { named: 0, anonymous: 0, leftOut: 0, fromEssay: 0 };
  for (const card of filtered(input)) {
    const publication = publicationOfCard(input, card);
    if (publication === undefined) count.leftOut += 1;
    else if (card.via === "essay") count.fromEssay += 1;
    else if (publication.author === undefined) count.anonymous += 1;
    else count.named += 1;
  }
  return count;
}

function filtered({ cards, filter }: ExportInput): Card[] {
  return cards.filter(
    ({ kind, place }) =>
      (filter?.kind === undefined || kind === filter.kind) &&
      (filter?.lever === undefined || place.lever === filter.lever),
  );
}

function publicationOfCard(input: ExportInput, card: Card): Publication | undefined {
  const owner = input.ownerOf(card.id);
  if (owner?.isDeleted) return undefined;
  return publicationOf({
    via: card.via,
    consent: owner?.consent,
    authorName: authorNameOf(input, card, owner?.personId),
    speaker: card.speaker,
    speakerAgrees: owner?.speakerAgrees,
  });
}

/** With authors hidden nobody is asked for a name, and who wrote down another's words is not their author. */
function authorNameOf(
  input: ExportInput,
  card: Card,
  personId: string | null | undefined,
): string | undefined {
  if (input.authors === "hidden" || card.via !== undefined) return undefined;
  return personId === null || personId === undefined ? undefined : input.nameOf(personId);
}
