import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { LastOrders } from "../document/order.ts";
import { metaOf } from "../document/roots.ts";
import { aBoard, aCreate, anActor, TEST_NOW } from "../testing/builders.ts";
import type { Actor, CardOwner } from "./actor.ts";
import { applyCommand } from "./apply-command.ts";
import type { Command } from "./command-schema.ts";
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
const place: Command = { op: "place", id: commandId, cardId, lever: "h02" };
const rewrite: Command = { op: "rewrite", id: commandId, cardId, text: "Twee bankjes" };
const remove: Command = { op: "delete", id: commandId, cardId };

/** A board with one card of Els on h01, and one of hers that was deleted. */
function aBoardWithCard(actor: Actor = els) {
  const doc = aBoard();
  const owners = new Map<string, CardOwner>();
  const now = TEST_NOW;
  const owner = applyCommand(
    { doc, lasts: new LastOrders(doc), actor, owner: undefined, now },
    aCreate({ cardId }),
  );
  if (owner !== undefined) {
    owners.set(cardId, owner);
    owners.set(deletedId, { ...owner, cardId: deletedId, isDeleted: true });
  }
  return { doc, owners: { ownerOf: (id: string) => owners.get(id) } };
}
function judge(actor: Actor, command: Command, prepare?: (doc: Y.Doc) => void) {
  const board = aBoardWithCard();
  prepare?.(board.doc);
  return judgeCommand({ ...board, actor }, command);
}
const lock = (locks: { board?: boolean; levers?: string[] }) => (doc: Y.Doc) =>
  metaOf(doc).set("locks", { board: false, levers: [], ...locks });
const closedPhase = (doc: Y.Doc) =>
  metaOf(doc).set("phase", { id: "gesloten", seq: 1, index: 1, startedAt: TEST_NOW });

describe("judgeCommand", () => {
  it.each<[string, Actor, Command]>([
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
  ])("lets %s pass", (_, actor, command) => {
    expect(judge(actor, command)).toBeUndefined();
  });

  it.each<[string, Actor, Command, FinalRefusal]>([
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
  ])("refuses %s", (_, actor, command, refusal) => {
    expect(judge(actor, command)).toBe(refusal);
  });

  it.each([aCreate(), place, rewrite, remove])(
    "refuses a participant's $op in a phase without rights, and lets the facilitator's pass",
    (command) => {
      expect(judge(els, command, closedPhase)).toBe("wrong-phase");
      expect(judge(facilitator, command, closedPhase)).toBeUndefined();
    },
  );

  it.each([aCreate(), place, rewrite, remove])(
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

  it("gives a card of nobody to nobody but the staff", () => {
    const doc = aBoard();
    const owner: CardOwner = {
      cardId,
      personId: null,
      consent: "none",
      speakerAgrees: false,
      isDeleted: false,
    };
    applyCommand(
      {
        doc,
        lasts: new LastOrders(doc),
        actor: facilitator,
        owner: undefined,
        now: 0,
        via: "essay",
      },
      aCreate({ cardId }),
    );
    const board = { doc, owners: { ownerOf: () => owner } };

    expect(judgeCommand({ ...board, actor: els }, place)).toBe("not-allowed");
    expect(judgeCommand({ ...board, actor: facilitator }, place)).toBeUndefined();
  });

  it("changes nothing", () => {
    const board = aBoardWithCard();
    let updates = 0;
    board.doc.on("update", () => {
      updates += 1;
    });

    for (const command of [aCreate(), place, rewrite, remove]) {
      judgeCommand({ ...board, actor: els }, command);
    }

    expect(updates).toBe(0);
  });
});

describe("judgeEdit", () => {
  it("asks for the right to edit, by owner, role, phase and lock", () => {
    const board = aBoardWithCard();

    expect(judgeEdit({ ...board, actor: els }, cardId)).toBeUndefined();
    expect(judgeEdit({ ...board, actor: piet }, cardId)).toBe("not-allowed");
    expect(judgeEdit({ ...board, actor: facilitator }, cardId)).toBeUndefined();
    expect(judgeEdit({ ...board, actor: els }, deletedId)).toBe("not-found");
    lock({ levers: ["h01"] })(board.doc);
    expect(judgeEdit({ ...board, actor: els }, cardId)).toBe("locked");
    closedPhase(board.doc);
    expect(judgeEdit({ ...board, actor: els }, cardId)).toBe("wrong-phase");
  });
});
