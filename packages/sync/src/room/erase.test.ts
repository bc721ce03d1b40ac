import { metaOf, peopleOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { openTestRoom } from "../testing/index.ts";

it("takes a person's cards and name off the board", async () => {
  const { room, openAgain } = await openTestRoom();
  const ann = anActor();
  const bob = anActor();
  await room.welcome(ann.personId, { name: "Ann", hue: 10 });
  await room.submit(ann, [aCreate({ text: "weg" }), aCreate({ text: "ook weg" })]);
  await room.submit(bob, [aCreate({ text: "blijft" })]);

  await room.erase({ personId: ann.personId });

  const again = await openAgain();
  expect((await again.cards()).map(({ text }) => text)).toEqual(["blijft"]);
  expect(await again.read((doc) => peopleOf(doc).has(ann.personId))).toBe(false);
});

it("leaves no byte of the words in the document itself", async () => {
  const { room, openAgain } = await openTestRoom();
  const ann = anActor();
  const create = aCreate({ text: "geheimpje", speaker: "Wiesje" });
  await room.submit(ann, [create]);
  await room.submit(ann, [
    { op: "rewrite", id: aCreate().id, cardId: create.cardId, text: "nu zo" },
  ]);

  await room.erase({ cardId: create.cardId });

  const state = await (await openAgain()).read((doc) => Y.encodeStateAsUpdate(doc));
  const bytes = new TextDecoder("latin1").decode(state);
  for (const word of ["geheimpje", "nu zo", "Wiesje"]) expect(bytes).not.toContain(word);
});

it("does not let an erased card's id be used again", async () => {
  const { room } = await openTestRoom();
  const ann = anActor();
  const create = aCreate();
  await room.submit(ann, [create]);
  await room.erase({ cardId: create.cardId });

  const answers = await room.submit(ann, [aCreate({ cardId: create.cardId })]);

  expect(answers).toMatchObject([{ refused: "id-in-use" }]);
});

it("begins its epoch when the log is rewritten: what is read before then still holds the words", async () => {
  const { room, log, boardId, openAgain } = await openTestRoom();
  const ann = anActor();
  await room.submit(ann, [aCreate({ text: "geheimpje" })]);

  await room.erase({ personId: ann.personId });
  const before = await openAgain();
  const epochs = [(await room.state()).epoch, (await before.state()).epoch];
  const { update, seq } = await before.state();
  const epoch = await before.read((doc) => Number(metaOf(doc).get("epoch")));
  await log.rewrite(boardId, { upTo: seq, epoch, parts: [update] });

  expect(epochs).toEqual([1, 1]);
  expect((await (await openAgain()).state()).epoch).toBe(2);
});
