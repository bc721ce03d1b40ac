import type { Card, Consent } from "@hefboom/board";
import { exportFormats } from "@hefboom/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { exportCards } from "./export-cards.ts";
import { countPublication, publishedCards } from "./published-cards.ts";
import {
  aCard,
  anInput,
  anOwner,
  type OwnedCard,
  type TestOwner,
} from "./testing/export-builders.ts";

const only = (owned: OwnedCard, changes = {}) => publishedCards(anInput([owned], changes))[0];

describe("publishedCards", () => {
  it("names the author with consent named", () => {
    const published = only({ card: aCard(), owner: anOwner(), authorName: "Els" });

    expect(published?.author).toBe("Els");
  });

  it("leaves the author out with consent anonymous", () => {
    const owner = anOwner({ consent: "anonymous" });

    const published = only({ card: aCard(), owner, authorName: "Els" });

    expect(published).toMatchObject({ text: "Een bankje voor iedereen", author: undefined });
  });

  it.each([
    ["consent none", anOwner({ consent: "none" })],
    ["an unknown owner", undefined],
    ["a deleted card", anOwner({ isDeleted: true })],
  ] as [string, TestOwner | undefined][])("leaves a card out with %s", (_, owner) => {
    const owned: OwnedCard = owner === undefined ? { card: aCard() } : { card: aCard(), owner };

    expect(only(owned)).toBeUndefined();
  });

  it("names the speaker only when the speaker agrees", () => {
    const card = aCard({ kind: "quote", speaker: "Burgemeester" });

    expect(only({ card, owner: anOwner() })?.speaker).toBeUndefined();
    expect(only({ card, owner: anOwner({ speakerAgrees: true }) })?.speaker).toBe("Burgemeester");
  });

  it("lets quotes of the essay leave with their speaker, without an owner", () => {
    const card = aCard({ kind: "quote", via: "essay", speaker: "Burgemeester" });

    expect(only({ card })).toMatchObject({ speaker: "Burgemeester", author: undefined });
  });

  it("does not call the scribe the author of what another said", () => {
    const card = aCard({ via: "scribe" });

    expect(only({ card, owner: anOwner(), authorName: "De schrijver" })?.author).toBeUndefined();
  });

  it("tells neither author nor time with authors hidden", () => {
    const card = aCard({ at: 1_750_000_000_000, author: "p0000000000000000001" });

    const published = only({ card, owner: anOwner(), authorName: "Els" }, { authors: "hidden" });

    expect(published).toMatchObject({ author: undefined, createdAt: undefined });
  });

  it("keeps to the filter", () => {
    const here = { card: aCard({ id: "a".repeat(20) }), owner: anOwner() };
    const other = {
      card: aCard({ id: "b".repeat(20), place: { lever: "h02", order: "a0" } }),
      owner: anOwner(),
    };
    const quote = { card: aCard({ id: "c".repeat(20), kind: "quote" }), owner: anOwner() };

    const cards = publishedCards(
      anInput([here, other, quote], { filter: { lever: "h01", kind: "note" } }),
    );

    expect(cards.map(({ id }) => id)).toEqual([here.card.id]);
  });
});

describe("countPublication", () => {
  it("counts what leaves and what stays", () => {
    const els = anOwner({ personId: "e".repeat(20) });
    const owned: OwnedCard[] = [
      { card: aCard({ id: "a".repeat(20) }), owner: els, authorName: "Els" },
      { card: aCard({ id: "b".repeat(20) }), owner: anOwner({ consent: "anonymous" }) },
      { card: aCard({ id: "c".repeat(20) }), owner: anOwner({ consent: "none" }) },
      { card: aCard({ id: "d".repeat(20) }) },
      { card: aCard({ id: "e".repeat(20), via: "essay" }) },
    ];

    const count = countPublication(anInput(owned));

    expect(count).toEqual({ named: 1, anonymous: 1, leftOut: 2, fromEssay: 1 });
  });
});

/** Words that occur once in a board, so that a leak can be told from chance. */
const secretsOf = (index: number) => ({
  text: `woord${index}tekst`,
  author: `Naam${index}auteur`,
  speaker: `Naam${index}spreker`,
  personId: `p${index}`.padEnd(20, "0"),
});
const ownedCards = fc
  .array(
    fc.record(
      {
        consent: fc.constantFrom<Consent | undefined>("named", "anonymous", "none", undefined),
        speakerAgrees: fc.boolean(),
        hasSpeaker: fc.boolean(),
        kind: fc.constantFrom<Card["kind"]>("note", "quote"),
        via: fc.constantFrom<Card["via"]>(undefined, "essay", "scribe"),
        lever: fc.constantFrom("h01", "h07", "gone", null),
        noise: fc.string({ unit: "binary", maxLength: 20 }),
      },
      { noNullPrototype: true },
    ),
    { maxLength: 8 },
  )
  .map((cards) =>
    cards.map((card, index) => {
      const secrets = secretsOf(index);
      const owned: OwnedCard = {
        card: aCard({
          id: `c${index}`.padEnd(20, "0"),
          kind: card.kind,
          text: `${secrets.text} ${card.noise}`,
          author: secrets.personId,
          at: 1_700_000_000_000 + index,
          place: { lever: card.lever, order: "a0" },
          ...(card.hasSpeaker && { speaker: secrets.speaker }),
          ...(card.via !== undefined && { via: card.via }),
        }),
        authorName: secrets.author,
      };
      if (card.consent !== undefined) {
        const { consent, speakerAgrees } = card;
        owned.owner = anOwner({ consent, speakerAgrees, personId: secrets.personId });
      }
      return owned;
    }),
  );

const leaves = ({ card, owner }: OwnedCard) =>
  card.via === "essay" || owner?.consent === "named" || owner?.consent === "anonymous";

describe.each(exportFormats)("%s", (format) => {
  it("holds the words of every card with consent and no word of one without", () => {
    fc.assert(
      fc.property(
        ownedCards,
        fc.constantFrom("shown" as const, "hidden" as const),
        (owned, authors) => {
          const { body } = exportCards(format, anInput(owned, { authors }));

          for (const [index, one] of owned.entries()) {
            const { text, author, speaker, personId } = secretsOf(index);
            const mayLeave = leaves(one);
            const isNamed = mayLeave && one.owner?.consent === "named" && authors === "shown";
            const isSpeakerNamed = one.card.via === "essay" || one.owner?.speakerAgrees === true;
            expect(body.includes(text)).toBe(mayLeave);
            expect(body.includes(author)).toBe(isNamed && one.card.via === undefined);
            expect(body.includes(speaker)).toBe(
              mayLeave && one.card.speaker !== undefined && isSpeakerNamed,
            );
            expect(body).not.toContain(personId);
            if (authors === "hidden") {
              expect(body).not.toContain(new Date(one.card.at ?? 0).toISOString());
            }
          }
        },
      ),
    );
  });
});
