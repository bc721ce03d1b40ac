import {
  type Actor,
  type CardCommand,
  type CardVerb,
  type HeldState,
  judgeCommand,
  judgeInPhase,
  judgeOnCard,
  metaOf,
  newId,
  type PhaseRights,
  readMeta,
  roles,
  textsOf,
} from "@hefboom/board";
import { aBoard, aCreate, anActor, aPlan, BoardInMemory } from "@hefboom/board/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { defaultRoomLimits } from "../../limits/room-limits.ts";
import { updateOf } from "../../testing/gate-bench.ts";
import { ClientOwners } from "../client-owners.ts";
import { judgeUpdate } from "../judge-update.ts";

const rights: fc.Arbitrary<PhaseRights> = fc.record(
  {
    add: fc.boolean(),
    editOwn: fc.boolean(),
    editAll: fc.boolean(),
    moveOwn: fc.boolean(),
    moveAll: fc.boolean(),
    cluster: fc.boolean(),
    vote: fc.boolean(),
  },
  { noNullPrototype: true },
);
/** A phase, a role, and a card in it. */
const situation = fc.record({
  rights,
  role: fc.constantFrom(...roles),
  isOwn: fc.boolean(),
  held: fc.constantFrom<HeldState | undefined>(undefined, undefined, "draft", "waiting", "hidden"),
  isModerated: fc.boolean(),
  isClosed: fc.boolean(),
  locks: fc.constantFrom(
    { board: false, levers: [] },
    { board: true, levers: [] },
    { board: false, levers: ["h01"] },
  ),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

const author = anActor();
const commandFor: Record<CardVerb, (cardId: string) => CardCommand> = {
  edit: (cardId) => ({ op: "rewrite", id: newId(), cardId, text: "Anders" }),
  move: (cardId) => ({ op: "place", id: newId(), cardId, lever: null }),
  delete: (cardId) => ({ op: "delete", id: newId(), cardId }),
};
const verbs = ["edit", "move", "delete"] as const;

/** A board in that situation, with a card of the actor or of somebody else. */
function boardIn({ rights: allowed, role, isOwn, held, ...meta }: Situation) {
  const board = new BoardInMemory(aBoard({ plan: aPlan({ id: "nu", rights: allowed }) }));
  const actor = anActor(role);
  const create = aCreate();
  const { cardId } = create;
  // Made by who leads, so that it lies on the board in whatever phase.
  board.apply(anActor("facilitator"), create);
  const owner = board.ownerOf(cardId);
  if (owner)
    board.owners.set(cardId, { ...owner, personId: isOwn ? actor.personId : author.personId });
  if (held !== undefined) {
    board.apply(anActor("facilitator"), { op: "hide", id: newId(), cardId });
    const card = board.held.get(cardId);
    if (card) board.held.put({ ...card, state: held });
  }
  const { isModerated, isClosed, locks } = meta;
  metaOf(board.doc).set("settings", { isModerated, isClosed });
  metaOf(board.doc).set("locks", locks);
  metaOf(board.doc).set("phase", { id: "nu", seq: 1, index: 0, startedAt: 0 });
  return { board, actor, cardId };
}

/** What the screen of somebody who can see the card says. */
function onScreen(board: BoardInMemory, actor: Actor, { isOwn, held }: Situation, verb: CardVerb) {
  const card = { side: isOwn ? "own" : "other", lever: "h01", held } as const;
  const verdict = judgeOnCard(readMeta(board.doc), { role: actor.role }, verb, card);
  return verdict === "allowed" ? undefined : verdict;
}

/** Whom a held card is told of at all. */
const canSee = ({ role, isOwn, held }: Situation) =>
  held === undefined || isOwn || (held !== "draft" && ["facilitator", "organiser"].includes(role));

it("judge, gate and interface say the same of every role, phase and card", () => {
  fc.assert(
    fc.property(situation, (one) => {
      const { board, actor, cardId } = boardIn(one);
      for (const verb of verbs) {
        const judge = judgeCommand(board.judging(actor), commandFor[verb](cardId));
        const screen = canSee(one) ? onScreen(board, actor, one, verb) : "not-found";

        expect([verb, judge]).toEqual([verb, screen]);
      }
      if (one.held !== undefined) return;
      expect(typed(board, actor, cardId)).toBe(onScreen(board, actor, one, "edit"));
    }),
    { numRuns: 500 },
  );
});

function typed(board: BoardInMemory, actor: Actor, cardId: string) {
  const replica = new Y.Doc();
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(board.doc));
  const update = updateOf(replica, (doc) => textsOf(doc).get(cardId)?.insert(0, "x"));
  const clients = new ClientOwners([], defaultRoomLimits.clientIds);
  const context = { ...board.judging(actor), clients, limits: defaultRoomLimits };
  const verdict = judgeUpdate(context, update);
  return verdict.kind === "refuse" ? verdict.code : undefined;
}

it("judge and interface say the same of adding, clustering, voting and leading", () => {
  fc.assert(
    fc.property(situation, (one) => {
      const { board, actor } = boardIn({ ...one, locks: { board: false, levers: [] } });
      const meta = readMeta(board.doc);
      const screen = (action: Parameters<typeof judgeInPhase>[2]) => {
        const verdict = judgeInPhase(meta, actor.role, action);
        return verdict === "allowed" ? undefined : verdict;
      };
      const judge = (command: Parameters<typeof judgeCommand>[1]) =>
        judgeCommand(board.judging(actor), command);

      expect(judge(aCreate())).toBe(screen("create"));
      expect(judge({ op: "hand", id: newId(), isUp: true })).toBe(screen("raise-hand"));
      expect(judge({ op: "reveal", id: newId() })).toBe(screen("manage"));
      const uncluster = judge({ op: "uncluster", id: newId(), clusterId: newId() });
      expect(uncluster).toBe(screen("cluster") ?? "not-found");
      const vote = judge({ op: "vote", id: newId(), target: "h01", dots: 1 });
      expect(vote).toBe(screen("vote") ?? "wrong-phase"); // no ballot is open
    }),
  );
});
