import { type Command, type NewBoard, NOBODY_ID, newId, type Phase, textsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import * as Y from "yjs";

import type { Room } from "../room/room.ts";
import { openTestRoom } from "../testing/index.ts";

const [els, piet, facilitator] = [anActor(), anActor(), anActor("facilitator")];

/** Everybody may do everything with every card. */
const OPEN_FOR_ALL: Phase = {
  id: "open",
  title: { nl: "Open" },
  instruction: { nl: "Schrijf aan elkaars kaarten." },
  rights: {
    ...{ add: true, editOwn: true, editAll: true, moveOwn: true, moveAll: true },
    ...{ cluster: true, vote: false },
  },
  hasDrafts: false,
  reveals: false,
};

/** A board with one card, of Els. */
async function onOpenBoard(changes: Partial<NewBoard> = {}) {
  const { room } = await openTestRoom({ plan: [OPEN_FOR_ALL], ...changes });
  const create = aCreate();
  await room.submit(els, [create]);
  const { cardId } = create;
  const rewrite = (text: string): Command => ({ op: "rewrite", id: newId(), cardId, text });
  const acts = async () => {
    const found = await room.acts({ before: Number.MAX_SAFE_INTEGER, count: 20 });
    return found.toReversed();
  };
  return { room, cardId, rewrite, acts };
}

async function type(room: Room, actor: typeof els, cardId: string): Promise<string> {
  const { update } = await room.state();
  const replica = new Y.Doc();
  Y.applyUpdateV2(replica, update);
  const before = Y.encodeStateVector(replica);
  textsOf(replica).get(cardId)?.insert(0, "x");
  return (await room.textEdit(actor, Y.encodeStateAsUpdate(replica, before))).kind;
}

it("tells what participants do to clusters and to each other's cards, the same once in a while", async () => {
  const { room, cardId, rewrite, acts } = await onOpenBoard();
  const cluster = { op: "cluster", clusterId: newId(), members: [cardId], title: "" } as const;
  const uncluster: Command = { op: "uncluster", id: newId(), clusterId: cluster.clusterId };

  const answers = await room.submit(piet, [
    { ...cluster, id: newId() },
    { ...cluster, id: newId(), title: "Bankjes" },
    rewrite("Beter zo"),
    rewrite("Nog beter"),
    { op: "label", id: newId(), cardId, labels: { scale: "region" } },
    { op: "place", id: newId(), cardId, lever: "h02" },
    uncluster,
    { op: "undo", id: newId(), command: uncluster.id },
  ]);
  await room.submit(els, [rewrite("Weer van mij"), { ...cluster, id: newId() }]);

  expect(answers.filter((answer) => "refused" in answer)).toEqual([]);
  expect((await acts()).map((act) => [act.personId, act.op, act.about])).toEqual([
    [piet.personId, "cluster", cluster.clusterId],
    [piet.personId, "rewrite", cardId],
    [piet.personId, "label", cardId],
    [piet.personId, "uncluster", cluster.clusterId],
    [piet.personId, "undo", "clusters"],
    [els.personId, "cluster", cluster.clusterId],
  ]);
});

it("tells once who types in a card of somebody else, and never who types in their own", async () => {
  const { room, cardId, acts } = await onOpenBoard();

  const kinds: string[] = [];
  for (const actor of [els, facilitator, facilitator, piet, piet]) {
    kinds.push(await type(room, actor, cardId));
  }

  expect(new Set(kinds)).toEqual(new Set(["apply"]));
  expect((await acts()).map((act) => [act.personId, act.role, act.op, act.about])).toEqual([
    [facilitator.personId, "facilitator", "rewrite", cardId],
    [piet.personId, "participant", "rewrite", cardId],
  ]);
});

it("does not tell which participant it was with authors hidden", async () => {
  const { room, rewrite, acts } = await onOpenBoard({ authors: "hidden" });

  await room.submit(piet, [rewrite("Beter zo")]);

  expect(await acts()).toMatchObject([{ personId: NOBODY_ID, role: "participant", op: "rewrite" }]);
});
