import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { leversOf, metaOf } from "../document/roots.ts";
import { BoardInMemory } from "../testing/board-in-memory.ts";
import { aCreate, anActor, TEST_NOW } from "../testing/builders.ts";
import type { Actor } from "./actor.ts";
import type { CardCommand } from "./command-schema.ts";
import { judgeCommand, judgeEdit } from "./judge-command.ts";
import type { FinalRefusal } from "./refusal.ts";

const els = anActor();
const piet = anActor();
const facilitator = anActor("facilitator");
const scribe = anActor("scribe");
const viewer = anActor("viewer");
const cardId = "c".repeat(20);
const deletedId = "d".repeat(20);
const commandId = "i".repeat(20);
const place: CardCommand = { op: "place", id: commandId, cardId, lever: "h02" };
const rewrite: CardCommand = { op: "rewrite", id: commandId, cardId, text: "Twee bankjes" };
const remove: CardCommand = { op: "delete", id: commandId, cardId };
const label: CardCommand = { op: "label", id: commandId, cardId, labels: { scale: "region" } };
const restore: CardCommand = { op: "restore", id: commandId, cardId: deletedId };

/** A board with one card of Els on h01, and one of hers that was deleted. */
function aBoardWithCard() {
  const board = new BoardInMemory();
  for (const id of [cardId, deletedId]) board.apply(els, aCreate({ cardId: id }));
  board.apply(els, { op: "delete", id: commandId, cardId: deletedId });
  return board;
}
function judge(actor: Actor, command: CardCommand, prepare?: (doc: Y.Doc) => void) {
  const board = aBoardWithCard();
  prepare?.(board.doc);
  return judgeCommand(judgingOn(board, actor), command);
}
const judgingOn = (board: BoardInMemory, actor: Actor) => board.judging(actor);
const lock = (locks: { board?: boolean; levers?: string[] }) => (doc: Y.Doc) =>
  metaOf(doc).set("locks", { board: false, levers: [], ...locks });
const closedPhase = (doc: Y.Doc) =>
  metaOf(doc).set("phase", { id: "gesloten", seq: 1, index: 1, startedAt: TEST_NOW });

describe("judgeCommand", () => {
  it.each<[string, Actor, CardCommand]>([
    ["a participant's card on a lever", els, aCreate()],
    ["a participant's card in the tray", els, aCreate({ lever: null })],
    ["labels of the template", els, aCreate({ labels: { scale: "region", voice: "maker" } })],
    ["a key of one's own", els, aCreate({ order: "a0V" })],
    ["a scribe's card", scribe, aCreate()],
    ["moving one's own", els, place],
    ["rewriting one's own", els, rewrite],
    ["deleting one's own", els, remove],
    ["a facilitator moving another's", facilitator, place],
    ["a facilitator rewriting another's", facilitator, rewrite],
    ["a facilitator deleting another's", facilitator, remove],
    ["a scribe rewriting another's", scribe, rewrite],
    ["labelling one's own", els, label],
    ["taking all labels off", els, { ...label, labels: {} }],
    ["a facilitator labelling another's", facilitator, label],
    ["a scribe labelling another's", scribe, label],
    ["restoring one's own", els, restore],
    ["a facilitator restoring another's", facilitator, restore],
    ["restoring what is on the board already", els, { ...restore, cardId }],
  ])("lets %s pass", (_, actor, command) => {
    expect(judge(actor, command)).toBeUndefined();
  });

  it.each<[string, Actor, CardCommand, FinalRefusal]>([
    ["a viewer's card", viewer, aCreate(), "not-allowed"],
    ["an id in use", els, aCreate({ cardId }), "id-in-use"],
    ["another's id in use", piet, aCreate({ cardId }), "id-in-use"],
    ["an id that was used once", piet, aCreate({ cardId: deletedId }), "id-in-use"],
    ["an unknown lever", els, aCreate({ lever: "h99" }), "not-found"],
    ["a key nobody can build on", els, aCreate({ order: "a00" }), "invalid"],
    ["an unknown label set", els, aCreate({ labels: { mood: "good" } }), "invalid"],
    ["an unknown label", els, aCreate({ labels: { scale: "planet" } }), "invalid"],
    [
      "the name of an inherited key as a set",
      els,
      aCreate({ labels: { constructor: "x" } }),
      "invalid",
    ],
    ["NUL in the text", els, aCreate({ text: "a\u0000" }), "invalid"],
    ["half a pair in the text", els, aCreate({ text: "\ud83d" }), "invalid"],
    ["a blank text", els, aCreate({ text: " \n" }), "invalid"],
    ["1,001 letters", els, aCreate({ text: "a".repeat(1_001) }), "too-long"],
    ["NUL in the speaker", els, aCreate({ kind: "quote", speaker: "J\u0000" }), "invalid"],
    [
      "a speaker whose name NFC makes longer than a name",
      els,
      aCreate({ speaker: "\ufb2c".repeat(60) }),
      "invalid",
    ],
    ["moving another's", piet, place, "not-allowed"],
    ["rewriting another's", piet, rewrite, "not-allowed"],
    ["deleting another's", piet, remove, "not-allowed"],
    ["a scribe moving another's", scribe, place, "not-allowed"],
    ["a scribe deleting another's", scribe, remove, "not-allowed"],
    ["a viewer moving", viewer, place, "not-allowed"],
    ["moving to an unknown lever", els, { ...place, lever: "h99" }, "not-found"],
    ["moving to a bad key", els, { ...place, order: "" }, "invalid"],
    ["rewriting to nothing", els, { ...rewrite, text: "" }, "invalid"],
    ["rewriting to 1,001 letters", els, { ...rewrite, text: "a".repeat(1_001) }, "too-long"],
    ["moving what is not there", facilitator, { ...place, cardId: "x".repeat(20) }, "not-found"],
    ["rewriting what is not there", els, { ...rewrite, cardId: "x".repeat(20) }, "not-found"],
    ["deleting twice", els, { ...remove, cardId: deletedId }, "not-found"],
    ["labelling another's", piet, label, "not-allowed"],
    ["an unknown label on a card", els, { ...label, labels: { scale: "planet" } }, "invalid"],
    ["labelling what is in the bin", els, { ...label, cardId: deletedId }, "not-found"],
    ["restoring another's", piet, restore, "not-allowed"],
    ["a scribe restoring another's", scribe, restore, "not-allowed"],
    ["a viewer restoring", viewer, restore, "not-allowed"],
    [
      "restoring what was never there",
      facilitator,
      { ...restore, cardId: "x".repeat(20) },
      "not-found",
    ],
  ])("refuses %s", (_, actor, command, refusal) => {
    expect(judge(actor, command)).toBe(refusal);
  });

  it.each([aCreate(), place, rewrite, remove, label, restore])(
    "refuses a participant's $op in a phase without rights, and lets the facilitator's pass",
    (command) => {
      expect(judge(els, command, closedPhase)).toBe("wrong-phase");
      expect(judge(facilitator, command, closedPhase)).toBeUndefined();
    },
  );

  it.each([aCreate(), place, rewrite, remove, label, restore])(
    "refuses a $op on a locked board, but not the facilitator's",
    (command) => {
      expect(judge(els, command, lock({ board: true }))).toBe("locked");
      expect(judge(scribe, command, lock({ board: true }))).not.toBeUndefined();
      expect(judge(facilitator, command, lock({ board: true }))).toBeUndefined();
    },
  );

  it("binds a lock to the lever a card lies on and to the one it goes to", () => {
    expect(judge(els, place, lock({ levers: ["h01"] }))).toBe("locked");
    expect(judge(els, place, lock({ levers: ["h02"] }))).toBe("locked");
    expect(judge(els, place, lock({ levers: ["h03"] }))).toBeUndefined();
    expect(judge(els, aCreate({ lever: null }), lock({ levers: ["h01"] }))).toBeUndefined();
  });

  it("restores to the tray when the lever is gone, so that lever's lock does not count", () => {
    const withoutLever = (doc: Y.Doc) => {
      leversOf(doc).delete("h01");
      lock({ levers: ["h01"] })(doc);
    };

    expect(judge(els, restore, lock({ levers: ["h01"] }))).toBe("locked");
    expect(judge(els, restore, withoutLever)).toBeUndefined();
  });

  it("gives a card of nobody to nobody but the staff", () => {
    const board = new BoardInMemory();
    board.apply(facilitator, aCreate({ cardId }), "essay");

    expect(judgeCommand(judgingOn(board, els), place)).toBe("not-allowed");
    expect(judgeCommand(judgingOn(board, facilitator), place)).toBeUndefined();
  });

  it("changes nothing", () => {
    const board = aBoardWithCard();
    let updates = 0;
    board.doc.on("update", () => {
      updates += 1;
    });

    for (const command of [aCreate(), place, rewrite, remove, label, restore]) {
      judgeCommand(judgingOn(board, els), command);
    }

    expect(updates).toBe(0);
  });
});

describe("judgeEdit", () => {
  it("asks for the right to edit, by owner, role, phase and lock", () => {
    const board = aBoardWithCard();

    expect(judgeEdit(judgingOn(board, els), cardId)).toBeUndefined();
    expect(judgeEdit(judgingOn(board, piet), cardId)).toBe("not-allowed");
    expect(judgeEdit(judgingOn(board, facilitator), cardId)).toBeUndefined();
    expect(judgeEdit(judgingOn(board, els), deletedId)).toBe("not-found");
    lock({ levers: ["h01"] })(board.doc);
    expect(judgeEdit(judgingOn(board, els), cardId)).toBe("locked");
    closedPhase(board.doc);
    expect(judgeEdit(judgingOn(board, els), cardId)).toBe("wrong-phase");
  });
});
