import {
  ballotOf,
  clustersOf,
  metaOf,
  newId,
  peopleOf,
  readLevers,
  readMeta,
  readyPlans,
  resultsOf,
  sessionOf,
} from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { openTestRoom } from "../../testing/index.ts";

const leader = anActor("facilitator");

/** A session on the standard plan that went on to the vote, with a card of each kind. */
async function aRehearsal() {
  const test = await openTestRoom({ plan: readyPlans.standard });
  const { room } = test;
  const ann = anActor();
  await room.welcome(ann.personId, { name: "Annabellina", hue: 10 });
  await room.addEssayQuotes([{ id: newId(), text: "Uit het essay" }]);
  const go = async (to: string) => {
    const { phase } = await room.read(sessionOf);
    await room.submit(leader, [{ op: "phase", id: newId(), to, seq: phase.seq }]);
  };
  const [shown, other, binned, draft] = [aCreate(), aCreate(), aCreate(), aCreate()];
  await room.submit(leader, [shown, other, binned]);
  await room.submit(leader, [
    { op: "delete", id: newId(), cardId: binned.cardId },
    { op: "settings", id: newId(), settings: { isModerated: true } },
  ]);
  await go("write");
  await room.submit(ann, [{ ...draft, text: "wolkenkrabberwens" }]);
  const cluster = { op: "cluster", id: newId(), clusterId: newId(), title: "Samen" };
  await room.submit(leader, [{ ...cluster, members: [shown.cardId, other.cardId] }]);
  await go("vote");
  await room.submit(ann, [{ op: "vote", id: newId(), target: shown.cardId, dots: 2 }]);
  await room.submit(leader, [
    { op: "ballot", id: newId(), change: "reveal" },
    { op: "spotlight", id: newId(), target: { kind: "card", id: shown.cardId } },
  ]);
  return { ...test, ann, binned, draft };
}

it("takes everything off the board that came after its making, and begins again", async () => {
  const { room, openAgain } = await aRehearsal();
  const before = await room.read(readMeta);

  await room.clear();

  const again = await openAgain();
  const [meta, levers] = [await again.read(readMeta), await again.read(readLevers)];
  expect(await again.cards()).toEqual([]);
  expect(levers).toHaveLength(11);
  expect(meta).toMatchObject({ timer: null, ballot: null, spotlight: null, plan: before.plan });
  expect(meta.settings).toEqual({ isModerated: true });
  expect(meta.phase).toMatchObject({ id: "welcome", index: 0, seq: before.phase.seq + 1 });
  const rest = await again.read((doc) =>
    [clustersOf, peopleOf, resultsOf].map((rootOf) => rootOf(doc).size),
  );
  expect(rest).toEqual([0, 0, 0]);
  expect(await again.read(ballotOf)).toBeUndefined();
});

it("leaves no byte of the words in the document, and nothing held or to be restored", async () => {
  const { room, log, boardId, binned, draft, openAgain } = await aRehearsal();

  await room.clear();

  const state = await (await openAgain()).read((doc) => Y.encodeStateAsUpdate(doc));
  const bytes = new TextDecoder("latin1").decode(state);
  for (const word of ["Annabellina", "bankje", "essay", "Samen"]) expect(bytes).not.toContain(word);
  expect((await log.records(boardId)).held).toEqual([]);
  expect(await log.bin(boardId)).toEqual([]);
  const answers = await room.submit(leader, [
    { op: "restore", id: newId(), cardId: binned.cardId },
    { op: "show", id: newId(), cardId: draft.cardId },
  ]);
  expect(answers).toMatchObject([{ refused: "not-found" }, { refused: "not-found" }]);
});

it("clears what was made in the very moment, and lets nothing come back in it", async () => {
  const { room, binned, openAgain } = await aRehearsal();

  const written = room.submit(leader, [aCreate()]); // all three in one batch
  const cleared = room.clear();
  const back = room.submit(leader, [{ op: "restore", id: newId(), cardId: binned.cardId }]);
  await Promise.all([written, cleared]);

  expect(await back).toMatchObject([{ refused: "not-found" }]);
  expect(await (await openAgain()).cards()).toEqual([]);
});

it("asks for another epoch, which begins when the log is rewritten", async () => {
  const { room } = await aRehearsal();

  await room.clear();

  expect((await room.state()).epoch).toBe(1);
  expect(await room.read((doc) => metaOf(doc).get("epoch"))).toBe(2);
});
