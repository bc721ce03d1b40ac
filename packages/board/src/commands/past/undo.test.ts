import { describe, expect, it } from "vitest";

import { readCard } from "../../document/read-board.ts";
import { leversOf, metaOf, placesOf } from "../../document/roots.ts";
import { newId } from "../../model/new-id.ts";
import { BoardInMemory } from "../../testing/board-in-memory.ts";
import { aCreate, anActor } from "../../testing/builders.ts";
import type { Actor } from "../actor.ts";
import type { Command } from "../command-schema.ts";

const els = anActor("participant", { consent: "named" });
const piet = anActor();
const facilitator = anActor("facilitator");
const scribe = anActor("scribe");

/** A board with one card of Els on h01; commands get their ids here. */
function aBoardOfEls() {
  const board = new BoardInMemory();
  const create = aCreate({ labels: { scale: "region" }, x: 4, y: 5 });
  const { cardId } = create;
  board.do(els, create);
  const run = (actor: Actor, command: Command) => board.do(actor, command);
  const undo = (actor: Actor, command: string, id = newId()) =>
    run(actor, { op: "undo", id, command });
  return { board, cardId, create, undo, run };
}
const place = (cardId: string, lever = "h02") =>
  ({ op: "place", id: newId(), cardId, lever }) as const;
const remove = (cardId: string) => ({ op: "delete", id: newId(), cardId }) as const;
const restore = (cardId: string) => ({ op: "restore", id: newId(), cardId }) as const;
const label = (cardId: string, labels = { scale: "municipality" }) =>
  ({ op: "label", id: newId(), cardId, labels }) as const;

describe("restore", () => {
  it("brings a card back with its facts, owner, consent, text and place", () => {
    const { board, cardId, run } = aBoardOfEls();
    const [card, owner] = [readCard(board.doc, cardId), board.ownerOf(cardId)];
    run(els, remove(cardId));

    const refused = run(els, restore(cardId));

    expect(refused).toBeUndefined();
    expect(readCard(board.doc, cardId)).toEqual(card);
    expect(board.ownerOf(cardId)).toEqual(owner);
    expect(board.bin.size).toBe(0);
  });

  it("leaves in the bin, for its author, what staff put there", () => {
    const { cardId, run } = aBoardOfEls();
    run(facilitator, remove(cardId));

    expect(run(els, restore(cardId))).toBe("not-allowed");
    expect(run(facilitator, restore(cardId))).toBeUndefined();
  });

  it("done twice is done once, and the second cannot be undone", () => {
    const { board, cardId, run, undo } = aBoardOfEls();
    const second = restore(cardId);
    run(els, remove(cardId));
    run(els, restore(cardId));

    expect(run(facilitator, second)).toBeUndefined();
    expect(undo(facilitator, second.id)).toBe("invalid");
    expect(readCard(board.doc, cardId)).toBeDefined();
  });

  it("lays a card whose lever is gone into the tray, last", () => {
    const { board, cardId, run } = aBoardOfEls();
    run(els, aCreate({ lever: null }));
    run(els, remove(cardId));
    leversOf(board.doc).delete("h01");

    run(els, restore(cardId));

    expect(readCard(board.doc, cardId)?.place).toEqual({ lever: null, order: "a1" });
  });
});

describe("label", () => {
  it("changes the labels and nothing else; an empty set takes them off", () => {
    const { board, cardId, run } = aBoardOfEls();
    const before = readCard(board.doc, cardId);

    run(els, label(cardId));
    const labelled = readCard(board.doc, cardId);
    run(els, { ...label(cardId), labels: {} });

    expect(labelled).toEqual({ ...before, labels: { scale: "municipality" } });
    expect(readCard(board.doc, cardId)).not.toHaveProperty("labels");
  });
});

describe("undo", () => {
  it.each([
    ["place", place],
    ["label", label],
    ["delete", remove],
  ] as const)("takes a %s back, and undoing that does it again", (_, make) => {
    const { board, cardId, run, undo } = aBoardOfEls();
    const before = board.doc.toJSON();
    const command = make(cardId);
    const undoId = newId();
    run(els, command);
    const after = board.doc.toJSON();

    expect(undo(els, command.id, undoId)).toBeUndefined();
    expect(board.doc.toJSON()).toEqual(before);
    expect(undo(els, undoId)).toBeUndefined();
    expect(board.doc.toJSON()).toEqual(after);
  });

  it("takes a create back into the bin, from where undoing that brings it", () => {
    const { board, cardId, create, undo } = aBoardOfEls();
    const undoId = newId();
    const card = readCard(board.doc, cardId);

    expect(undo(els, create.id, undoId)).toBeUndefined();
    expect(readCard(board.doc, cardId)).toBeUndefined();
    expect(board.binned(cardId)?.binnedBy).toBe(els.personId);
    expect(undo(els, undoId)).toBeUndefined();
    expect(readCard(board.doc, cardId)).toEqual(card);
  });

  it("leaves a card alone that was moved or labelled again since", () => {
    const { board, cardId, run, undo } = aBoardOfEls();
    const [move, mark] = [place(cardId), label(cardId)];
    run(els, move);
    run(els, mark);
    run(facilitator, place(cardId, "h03"));
    run(facilitator, { ...label(cardId), labels: {} });
    const before = board.doc.toJSON();

    expect([undo(els, move.id), undo(els, mark.id)]).toEqual(["not-found", "not-found"]);
    expect(board.doc.toJSON()).toEqual(before);
  });

  it("leaves a card alone that is in the bin, and a delete whose card was restored", () => {
    const { board, cardId, run, undo } = aBoardOfEls();
    const [move, away] = [place(cardId), remove(cardId)];
    run(els, move);
    run(els, away);
    const whileBinned = undo(els, move.id);
    run(els, restore(cardId));
    const before = board.doc.toJSON();

    expect(whileBinned).toBe("not-found");
    expect(undo(els, away.id)).toBeUndefined(); // it is back already
    expect(board.doc.toJSON()).toEqual(before);
  });

  it("is not for what somebody else did, but for those who manage the board", () => {
    const { board, cardId, run, undo } = aBoardOfEls();
    const move = place(cardId);
    run(els, move);

    expect(undo(piet, move.id)).toBe("not-allowed");
    expect(undo(scribe, move.id)).toBe("not-allowed");
    expect(undo(facilitator, move.id)).toBeUndefined();
    expect(placesOf(board.doc).get(cardId)?.lever).toBe("h01");
  });

  it("is judged by what one may do now", () => {
    const { board, cardId, run, undo } = aBoardOfEls();
    const move = place(cardId);
    run(els, move);
    metaOf(board.doc).set("locks", { board: false, levers: ["h01"] });

    expect(undo(els, move.id)).toBe("locked");
    metaOf(board.doc).set("phase", { id: "gesloten", seq: 1, index: 1, startedAt: 0 });
    expect(undo(els, move.id)).toBe("wrong-phase");
    expect(undo(facilitator, move.id)).toBeUndefined();
  });

  it("does not know what was never done, and cannot take a text back", () => {
    const { cardId, run, undo } = aBoardOfEls();
    const rewrite = { op: "rewrite", id: newId(), cardId, text: "Anders" } as const;
    run(els, rewrite);

    expect(undo(els, newId())).toBe("not-found");
    expect(undo(els, rewrite.id)).toBe("invalid");
  });

  it("with the same id is done once", () => {
    const { board, cardId, run, undo } = aBoardOfEls();
    const move = place(cardId);
    const undoId = newId();
    run(els, move);
    undo(els, move.id, undoId);
    const before = board.doc.toJSON();

    expect(undo(els, move.id, undoId)).toBeUndefined();
    expect(undo(piet, move.id, undoId)).toBe("id-in-use");
    expect(board.doc.toJSON()).toEqual(before);
  });
});
