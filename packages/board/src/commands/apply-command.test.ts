import { describe, expect, it } from "vitest";

import { readCard, readCards } from "../document/read-board.ts";
import { metaOf, placesOf, textsOf } from "../document/roots.ts";
import type { Via } from "../model/card-schema.ts";
import { BoardInMemory } from "../testing/board-in-memory.ts";
import { aBoard, aCreate, anActor, TEST_NOW } from "../testing/builders.ts";
import type { Actor } from "./actor.ts";
import type { CardCommand } from "./command-schema.ts";

/** A board that does commands, as the room does after judging them. */
function aRoom(changes: Parameters<typeof aBoard>[0] = {}) {
  const board = new BoardInMemory(aBoard(changes));
  const apply = (actor: Actor, command: CardCommand, via?: Via) =>
    board.apply(actor, command, via).owner;
  return { board, doc: board.doc, apply };
}
const els = anActor("participant", { consent: "named" });
const id = "i".repeat(20);

describe("create", () => {
  it("makes a card with facts, text and place, last on its lever", () => {
    const { doc, apply } = aRoom();
    const first = aCreate();
    const second = aCreate({
      kind: "quote",
      text: "Cafe\u0301",
      speaker: " \u202eJan ",
      labels: { scale: "region" },
      passage: "p".repeat(20),
      lang: "nl",
      x: 4,
      y: 5,
    });

    apply(els, first);
    apply(els, second);

    expect(readCards(doc).map((card) => card.id)).toEqual([first.cardId, second.cardId]);
    expect(readCard(doc, second.cardId)).toEqual({
      id: second.cardId,
      kind: "quote",
      text: "Café",
      speaker: "Jan",
      labels: { scale: "region" },
      passage: "p".repeat(20),
      lang: "nl",
      author: els.personId,
      at: TEST_NOW,
      place: { lever: "h01", order: "a1", x: 4, y: 5 },
    });
  });

  it("keeps the answer given at joining when the card brings none", () => {
    const { apply } = aRoom();

    expect(apply(els, aCreate())?.consent).toBe("named");
    expect(apply(els, aCreate({ consent: "none" }))?.consent).toBe("none");
    expect(apply(anActor(), aCreate())?.consent).toBe("none");
  });

  it("takes the speaker's agreement only when it is said", () => {
    const { apply } = aRoom();

    expect(apply(els, aCreate({ speaker: "Jan" }))?.speakerAgrees).toBe(false);
    expect(apply(els, aCreate({ speaker: "Jan", speakerAgrees: true }))?.speakerAgrees).toBe(true);
  });

  it("keeps consent and agreement out of the document", () => {
    const { doc, apply } = aRoom();

    apply(els, aCreate({ consent: "anonymous", speaker: "Jan", speakerAgrees: true }));

    expect(JSON.stringify(doc.toJSON())).not.toMatch(/anonymous|consent|[aA]grees/);
  });

  it("tells neither author nor time in the document with authors hidden", () => {
    const { doc, apply } = aRoom({ authors: "hidden" });
    const command = aCreate();

    const owner = apply(els, command);

    expect(owner?.personId).toBe(els.personId);
    expect(Object.keys(readCard(doc, command.cardId) ?? {})).toEqual([
      "kind",
      "id",
      "text",
      "place",
    ]);
    expect(JSON.stringify(doc.toJSON())).not.toContain(els.personId);
  });

  it("gives a quote from the essay to nobody", () => {
    const { doc, apply } = aRoom();
    const command = aCreate({ kind: "quote", lever: null });

    const owner = apply(anActor("facilitator"), command, "essay");

    expect(owner?.personId).toBeNull();
    expect(readCard(doc, command.cardId)).toMatchObject({ via: "essay", place: { lever: null } });
    expect(readCard(doc, command.cardId)).not.toHaveProperty("author");
  });

  it("does not call the staff authors", () => {
    const { doc, apply } = aRoom();
    const command = aCreate();

    apply(anActor("facilitator"), command);

    expect(readCard(doc, command.cardId)).not.toHaveProperty("author");
  });
});

describe("place", () => {
  it("puts a card last on another lever and forgets where it was laid by hand", () => {
    const { doc, apply } = aRoom();
    const [stays, goes] = [aCreate({ lever: "h02" }), aCreate({ x: 4, y: 5 })];
    apply(els, stays);
    apply(els, goes);

    apply(els, { op: "place", id, cardId: goes.cardId, lever: "h02" });

    expect(placesOf(doc).get(goes.cardId)).toEqual({ lever: "h02", order: "a1" });
  });

  it("spreads a lever's keys when one has grown too long, in the same order", () => {
    const { doc, apply } = aRoom();
    const [first, last, moved] = [aCreate(), aCreate(), aCreate()];
    for (const command of [first, last, moved]) apply(els, command);

    apply(els, {
      op: "place",
      id,
      cardId: moved.cardId,
      lever: "h01",
      order: `a0${"0".repeat(70)}1`,
    });

    const order = [first, moved, last].map(({ cardId }) => cardId);
    expect(readCards(doc).map((card) => card.id)).toEqual(order);
    expect(readCards(doc).every(({ place }) => place.order.length <= 4)).toBe(true);
  });
});

describe("rewrite", () => {
  it("changes the text in place, so that others' cursors stay", () => {
    const { doc, apply } = aRoom();
    const command = aCreate({ text: "een bankje" });
    apply(els, command);
    const text = textsOf(doc).get(command.cardId);

    apply(els, { op: "rewrite", id, cardId: command.cardId, text: "twee bankjes" });

    expect(textsOf(doc).get(command.cardId)).toBe(text);
    expect(text?.toString()).toBe("twee bankjes");
  });
});

describe("delete", () => {
  it("takes facts, text and place away and remembers the id", () => {
    const { doc, apply } = aRoom();
    const command = aCreate();
    apply(els, command);

    const owner = apply(els, { op: "delete", id, cardId: command.cardId });

    expect(owner).toMatchObject({ cardId: command.cardId, isDeleted: true });
    expect(readCards(doc)).toEqual([]);
    expect([textsOf(doc).size, placesOf(doc).size]).toEqual([0, 0]);
    expect(metaOf(doc).get("schema")).toBe(1);
  });
});
