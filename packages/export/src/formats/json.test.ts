import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCard, anInput, anOwner } from "../testing/export-builders.ts";
import { type CardsExport, toJson } from "./json.ts";

// JSON.parse gives any; the shape is what these tests are about.
const parsed = (json: string) => JSON.parse(json) as CardsExport;

describe("toJson", () => {
  it("has a schema version, the board's frame and each card", () => {
    const card = aCard({ labels: { voice: "maker" }, at: Date.UTC(2015, 5, 12) });

    const file = parsed(
      toJson(
        anInput([{ card, owner: anOwner(), authorName: "Els" }], { filter: { lever: "h01" } }),
      ),
    );

    expect(file).toMatchObject({
      schema: "hefboom-cards",
      version: 1,
      title: "Jij kleurt Overijssel",
      authors: "shown",
      filter: { lever: "h01" },
    });
    expect([file.groups.length, file.levers.length, file.labelSets.length]).toEqual([3, 11, 2]);
    expect(file.cards).toEqual([
      {
        id: card.id,
        kind: "note",
        text: card.text,
        lever: "h01",
        author: "Els",
        labels: { voice: "maker" },
        createdAt: "2015-06-12T00:00:00.000Z",
      },
    ]);
  });

  it("leaves out what it may not tell instead of writing it empty", () => {
    const card = aCard({ kind: "quote", speaker: "Jan", at: 1 });

    const [exported] = parsed(
      toJson(anInput([{ card, owner: anOwner(), authorName: "Els" }], { authors: "hidden" })),
    ).cards;

    expect(Object.keys(exported ?? {})).toEqual(["id", "kind", "text", "lever"]);
  });

  it("keeps texts letter by letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const json = toJson(anInput([{ card: aCard({ text }), owner: anOwner() }]));

        expect(parsed(json).cards[0]?.text).toBe(text);
      }),
    );
  });
});
