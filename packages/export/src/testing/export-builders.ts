import { type Card, type CardOwner, elfHefbomen, type LeverView } from "@hefboom/board";
import { TEST_NOW } from "@hefboom/board/testing";

import type { ExportInput } from "../export-input.ts";

const levers: LeverView[] = elfHefbomen.groups.flatMap((group) =>
  group.levers.map(({ id, number, title, hint }) => {
    return { id, number, title, hint: hint ?? {}, group: group.id, order: number };
  }),
);

export type TestOwner = Pick<CardOwner, "personId" | "consent" | "speakerAgrees" | "isDeleted">;
/** A card with what the tables know of it, and the name its author gave. */
export interface OwnedCard {
  card: Card;
  owner?: TestOwner;
  authorName?: string;
}

export function aCard(changes: Partial<Card> = {}): Card {
  return {
    id: "c0000000000000000001",
    kind: "note",
    text: "Een bankje voor iedereen",
    place: { lever: "h01", order: "a0" },
    ...changes,
  };
}

export function anOwner(changes: Partial<TestOwner> = {}): TestOwner {
  return {
    personId: "p0000000000000000001",
    consent: "named",
    speakerAgrees: false,
    isDeleted: false,
    ...changes,
  };
}

export function anInput(
  owned: readonly OwnedCard[],
  changes: Partial<ExportInput> = {},
): ExportInput {
  const byId = new Map(owned.map((one) => [one.card.id, one]));
  const names = new Map(owned.map((one) => [one.owner?.personId, one.authorName]));
  return {
    title: "Jij kleurt Overijssel",
    locale: "nl",
    authors: "shown",
    groups: elfHefbomen.groups,
    levers,
    labelSets: elfHefbomen.labelSets,
    cards: owned.map(({ card }) => card),
    ownerOf: (cardId) => byId.get(cardId)?.owner,
    nameOf: (personId) => names.get(personId),
    translate: (key, values) => [key, ...Object.values(values ?? {})].join(" "),
    exportedAt: TEST_NOW,
    ...changes,
  };
}
