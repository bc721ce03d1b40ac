import { metaOf, newId, peopleOf, readClusters, readResults, readyPlans } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { openTestRoom } from "../../testing/index.ts";

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

it("takes off what the person wrote in the very moment of the erasing", async () => {
  const { room, openAgain } = await openTestRoom();
  const ann = anActor();
  await room.submit(anActor(), [aCreate({ text: "blijft" })]);

  const written = room.submit(ann, [aCreate({ text: "net nog" })]); // in one batch with the erasing
  await room.erase({ personId: ann.personId });
  await written;

  expect((await (await openAgain()).cards()).map(({ text }) => text)).toEqual(["blijft"]);
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

it("takes off the headings that the person gave to clusters, and leaves those of others", async () => {
  const { room, openAgain } = await openTestRoom({ plan: readyPlans.standard });
  const [ann, leader] = [anActor(), anActor("facilitator")];
  const cards = [aCreate(), aCreate()];
  await room.submit(leader, cards);
  await room.submit(leader, [{ op: "phase", id: newId(), to: "cluster", seq: 0 }]);
  const [first, second] = cards.map(({ cardId }) => ({ clusterId: newId(), members: [cardId] }));
  if (first === undefined || second === undefined) throw new Error("two cards");
  const cluster = (one: typeof first, title: string) =>
    ({ op: "cluster", id: newId(), title, ...one }) as const;
  await room.submit(ann, [cluster(first, "geheimpje"), cluster(second, "geheimpje ook")]);
  await room.submit(leader, [cluster(second, "Van ons allen")]);

  await room.erase({ personId: ann.personId });

  const clusters = await (await openAgain()).read((doc) => readClusters(doc));
  const titles = clusters.map(({ id, title }) => [id, title]);
  expect(new Map(titles.map(([id = "", title = ""]) => [id, title]))).toEqual(
    new Map([
      [first.clusterId, ""],
      [second.clusterId, "Van ons allen"],
    ]),
  );
});

it("takes their dots out of a vote that is open to all, so that nobody votes again as somebody else", async () => {
  const { room } = await openTestRoom({ plan: readyPlans.standard });
  const [ann, again, leader] = [anActor(), anActor(), anActor("facilitator")];
  const ballot = { on: "lever", dots: 3, isSecret: false } as const;
  await room.submit(leader, [
    { op: "phase", id: newId(), to: "vote", seq: 0 },
    { op: "ballot", id: newId(), change: "close" },
    { op: "ballot", id: newId(), change: "open", ballot },
  ]);
  const vote = (target: string) => ({ op: "vote", id: newId(), target, dots: 3 });
  await room.submit(ann, [vote("h01")]);

  await room.erase({ personId: ann.personId });
  const [afterwards] = await room.read(readResults);
  await room.submit(again, [vote("h02")]);
  await room.submit(leader, [{ op: "ballot", id: newId(), change: "reveal" }]);

  expect([afterwards?.voters, afterwards?.given]).toEqual([0, new Map()]);
  const [results] = await room.read(readResults);
  expect([results?.voters, results?.given]).toEqual([1, new Map([["h02", 3]])]);
});

it("takes votes off that a scribe gave in the person's name, and those on what they wrote", async () => {
  const { room, log, boardId } = await openTestRoom({ plan: readyPlans.standard });
  const [ann, bob, leader, scribe] = [
    anActor(),
    anActor(),
    anActor("facilitator"),
    anActor("scribe"),
  ];
  await room.welcome(ann.personId, { hue: 10 });
  await room.submit(leader, [{ op: "phase", id: newId(), to: "discuss", seq: 0 }]);
  const [ofAnn, ofBob] = [aCreate(), aCreate()];
  await room.submit(ann, [ofAnn]);
  await room.submit(bob, [ofBob]);
  const ballot = { on: "card", dots: 3, isSecret: false } as const;
  await room.submit(leader, [
    { op: "rename", id: newId(), personId: ann.personId, name: "Ann Ó" },
    { op: "phase", id: newId(), to: "vote", seq: 1 },
    { op: "ballot", id: newId(), change: "close" },
    { op: "ballot", id: newId(), change: "open", ballot },
  ]);
  const vote = (target: string, voter?: string) => ({
    ...{ op: "vote", id: newId(), target, dots: 1 },
    ...(voter !== undefined && { voter }),
  });
  await room.submit(scribe, [vote(ofBob.cardId, " ANN ó"), vote(ofBob.cardId, "Tafel 4")]);
  await room.submit(bob, [vote(ofAnn.cardId), vote(ofBob.cardId)]);

  await room.erase({ personId: ann.personId });

  const votes = (await log.records(boardId)).votes.map(({ voter, target }) => [voter, target]);
  expect(votes).toEqual([
    ["for tafel 4", ofBob.cardId],
    [bob.personId, ofBob.cardId],
  ]);
  const [results] = await room.read(readResults);
  expect([results?.voters, results?.given]).toEqual([2, new Map([[ofBob.cardId, 2]])]);
});

it("takes an erased card out of an outcome that was shown", async () => {
  const { room } = await openTestRoom({ plan: readyPlans.standard });
  const [ann, leader] = [anActor(), anActor("facilitator")];
  const cards = [aCreate(), aCreate()] as const;
  await room.submit(leader, [...cards, { op: "phase", id: newId(), to: "vote", seq: 0 }]);
  const votes = cards.map(({ cardId: target }) => ({ op: "vote", id: newId(), target, dots: 1 }));
  await room.submit(ann, votes);
  await room.submit(leader, [{ op: "ballot", id: newId(), change: "reveal" }]);

  await room.erase({ cardId: cards[0].cardId });

  const [results] = await room.read(readResults);
  expect([results?.voters, results?.given]).toEqual([1, new Map([[cards[1].cardId, 1]])]);
});

it("leaves the headings of others on clusters that the person put cards into", async () => {
  const { room, openAgain } = await openTestRoom({ plan: readyPlans.standard });
  const [ann, leader] = [anActor(), anActor("facilitator")];
  const cards = [aCreate(), aCreate(), aCreate()];
  await room.submit(leader, cards);
  await room.submit(leader, [{ op: "phase", id: newId(), to: "cluster", seq: 0 }]);
  const [one = "", two = "", three = ""] = cards.map(({ cardId }) => cardId);
  const cluster = (clusterId: string, members: string[]) =>
    ({ op: "cluster", id: newId(), title: "Verkeer", clusterId, members }) as const;
  const clusterId = newId();
  await room.submit(leader, [cluster(clusterId, [one, two])]);
  await room.submit(ann, [cluster(clusterId, [one, two, three])]);

  await room.erase({ personId: ann.personId });

  const clusters = await (await openAgain()).read((doc) => readClusters(doc));
  expect(clusters.map(({ title }) => title)).toEqual(["Verkeer"]);
});
