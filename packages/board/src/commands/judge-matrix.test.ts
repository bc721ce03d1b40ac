import { expect, it } from "vitest";

import { metaOf } from "../document/roots.ts";
import { newId } from "../model/new-id.ts";
import { CLOSED_PHASE, OPEN_PHASE } from "../plan/fixed-phases.ts";
import { type Action, judgeAction, type Role, roles } from "../policy/policy.ts";
import { BoardInMemory } from "../testing/board-in-memory.ts";
import { aCreate, anActor } from "../testing/builders.ts";
import type { Actor } from "./actor.ts";
import type { CardCommand } from "./command-schema.ts";
import { judgeEdit } from "./judge-command.ts";

const els = anActor();
const phases = ["open", "toekomst"];
const whose = ["own", "other"] as const;

/** Each op on a card, with the right of the policy table that it needs. */
const ops = {
  place: (cardId: string) => ({ op: "place", id: newId(), cardId, lever: "h02" }),
  rewrite: (cardId: string) => ({ op: "rewrite", id: newId(), cardId, text: "Anders" }),
  label: (cardId: string) => ({ op: "label", id: newId(), cardId, labels: { scale: "region" } }),
  delete: (cardId: string) => ({ op: "delete", id: newId(), cardId }),
  restore: (cardId: string) => ({ op: "restore", id: newId(), cardId }),
} satisfies Record<string, (cardId: string) => CardCommand>;
const verbOf = {
  place: "move",
  rewrite: "edit",
  label: "edit",
  delete: "delete",
  restore: "restore",
} as const;
// `Object.keys` gives the keys as written right above.
const opNames = Object.keys(ops) as (keyof typeof ops)[];

const cases = roles.flatMap((role) =>
  phases.flatMap((phase) =>
    whose.flatMap((side) => opNames.map((op) => ({ role, phase, side, op }))),
  ),
);

/** A card in the open phase, in the bin when it is to be restored; then the phase begins. */
function aBoardIn(phase: string, owner: Actor, op: keyof typeof ops) {
  const board = new BoardInMemory();
  const create = aCreate();
  board.apply(owner, create);
  if (op === "restore") board.apply(owner, ops.delete(create.cardId));
  metaOf(board.doc).set("phase", { id: phase, seq: 1, index: 1, startedAt: 0 });
  return { board, cardId: create.cardId };
}
const saidBy = (role: Role, phase: string, action: Action) => {
  const { rights } = phase === "open" ? OPEN_PHASE : CLOSED_PHASE;
  const verdict = judgeAction(role, rights, action);
  return verdict === "allowed" ? undefined : verdict;
};

it.each(cases)("the judge says what the table says: $role, $phase, $op of $side", (one) => {
  const { role, phase, side, op } = one;
  const actor = anActor(role);
  const { board, cardId } = aBoardIn(phase, side === "own" ? actor : els, op);
  const said = saidBy(role, phase, `${verbOf[op]}-${side}`);
  const typing = judgeEdit(board.judging(actor), cardId);

  expect(board.do(actor, ops[op](cardId))).toBe(said);
  if (verbOf[op] === "edit") expect(typing).toBe(said);
});

const inverseOf = { place: "move", label: "edit", delete: "restore", restore: "delete" } as const;
/** A board on which `doer` did one op to a card of Els, in the open phase; then another one begins. */
function aBoardAfter(op: keyof typeof ops, doer: Actor, phase = "open") {
  const { board, cardId } = aBoardIn("open", els, op);
  const done = ops[op](cardId);
  board.apply(doer, done);
  metaOf(board.doc).set("phase", { id: phase, seq: 2, index: 2, startedAt: 0 });
  return { board, undo: { op: "undo", id: newId(), command: done.id } as const };
}

it.each(cases.filter(({ side }) => side === "other"))(
  "an undo is judged as what it does now: $role, $phase, $op of another's",
  ({ role, phase, op }) => {
    const actor = anActor(role);
    const { board, undo } = aBoardAfter(op, actor, phase);
    const said = op === "rewrite" ? "invalid" : saidBy(role, phase, `${inverseOf[op]}-other`);

    expect(board.do(actor, undo)).toBe(said);
  },
);

it.each(roles)("a %s takes back what others did only where they manage the board", (role) => {
  for (const op of opNames.filter((name) => name !== "rewrite")) {
    const { board, undo } = aBoardAfter(op, anActor("facilitator"));

    expect(board.do(anActor(role), undo)).toBe(saidBy(role, "open", "manage"));
  }
});
