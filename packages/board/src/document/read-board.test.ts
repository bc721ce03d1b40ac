import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import type { Template } from "../templates/template-schema.ts";
import { aBoard, TEST_NOW } from "../testing/builders.ts";
import { createBoard } from "./create-board.ts";
import { readCards, readLevers, readMeta } from "./read-board.ts";
import { cardsOf, placesOf } from "./roots.ts";

const harbour: Template = {
  id: "haven",
  title: { de: "Hafen" },
  groups: [
    {
      id: "wasser",
      title: { de: "Wasser" },
      hue: 220,
      levers: [{ id: "z9", number: 7, title: { de: "Kai" } }],
    },
    {
      id: "land",
      title: { de: "Land" },
      hue: 90,
      levers: [{ id: "a1", number: 3, title: { de: "Speicher" } }],
    },
  ],
  labelSets: [],
};

describe("a board", () => {
  it("starts from any template, in any language", () => {
    const doc = aBoard({ template: harbour, locale: "de", title: { de: "Hafen" } });

    expect(readLevers(doc)).toEqual([
      { id: "z9", group: "wasser", number: 7, title: { de: "Kai" }, hint: {}, order: 0 },
      { id: "a1", group: "land", number: 3, title: { de: "Speicher" }, hint: {}, order: 1 },
    ]);
    expect(readMeta(doc)).toMatchObject({
      schema: 1,
      epoch: 1,
      locale: "de",
      authors: "shown",
      phase: { id: "open", startedAt: TEST_NOW },
      groups: [{ id: "wasser" }, { id: "land" }],
      labelSets: [],
    });
  });

  it("is written in one transaction", () => {
    let updates = 0;
    const doc = new Y.Doc();
    doc.on("update", () => {
      updates += 1;
    });

    createBoard(doc, {
      title: { de: "Hafen" },
      locale: "de",
      authors: "shown",
      template: harbour,
      now: TEST_NOW,
    });

    expect(updates).toBe(1);
  });

  it("can be read before anything has arrived", () => {
    const doc = new Y.Doc();

    expect([readCards(doc), readLevers(doc)]).toEqual([[], []]);
    expect(readMeta(doc)).toMatchObject({ epoch: 0, groups: [] });
  });

  it("gives cards by lever, by key and by id, those on no lever last", () => {
    const doc = aBoard({ template: harbour });
    const put = (id: string, lever: string | null, order: string) => {
      cardsOf(doc).set(id, { kind: "note" });
      placesOf(doc).set(id, { lever, order });
    };
    put("tray", null, "a0");
    put("gone", "weg", "a0");
    put("land", "a1", "a0");
    put("twin2", "z9", "a1");
    put("twin1", "z9", "a1");
    put("first", "z9", "Zz");
    cardsOf(doc).set("nowhere", { kind: "note" });

    const ids = readCards(doc).map(({ id }) => id);

    expect(ids).toEqual(["first", "twin1", "twin2", "land", "gone", "tray"]);
  });
});
