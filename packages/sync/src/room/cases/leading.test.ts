import {
  type Actor,
  type Command,
  cardsOf,
  newId,
  type Phase,
  readCards,
  readResults,
  readyPlans,
  sessionOf,
} from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { encodeCommands } from "@hefboom/contract/messages";
import { describe, expect, it } from "vitest";

import { LogError } from "../../board-log.ts";
import { type FakeSocket, openTestRoom, type TestRoom } from "../../testing/index.ts";
import type { Room } from "../room.ts";

const [els, piet] = [anActor(), anActor()];
const [facilitator, scribe] = [anActor("facilitator"), anActor("scribe")];
const OWN = { kind: "own", since: undefined } as const;

/** A room in the standard plan with Els, Piet, a facilitator and a wall on their sockets. */
async function inSession(changes: Parameters<typeof openTestRoom>[0] = {}) {
  const test = await openTestRoom({ plan: readyPlans.standard, ...changes });
  const people = [els, piet, facilitator, anActor("viewer"), scribe];
  const connections = await Promise.all(people.map((actor) => test.connect(actor, OWN)));
  const stock = await test.connect(piet);
  const [ofEls, ofPiet, ofFacilitator, wall, ofScribe] = connections.map(({ socket }) => socket);
  if (!ofEls || !ofPiet || !ofFacilitator || !wall || !ofScribe) throw new Error("no sockets");
  const go = (to: string) => goTo(test.room, to);
  return { ...test, ofEls, ofPiet, ofFacilitator, ofScribe, wall, stock: stock.socket, go };
}
async function goTo(room: Room, to: Phase["id"]): Promise<void> {
  const seq = await room.read((doc) => sessionOf(doc).phase.seq);
  await run(room, facilitator, { op: "phase", id: newId(), to, seq });
}
async function run(room: Room, actor: Actor, ...commands: Command[]): Promise<unknown[]> {
  const answers = await room.submit(actor, commands);
  return answers.map((answer) => ("refused" in answer ? answer.refused : undefined));
}
const latin1 = new TextDecoder("latin1");
const everything = (socket: FakeSocket) =>
  socket.packets.map((packet) => latin1.decode(packet)).join("");
const asideText = (socket: FakeSocket) => JSON.stringify(socket.asides);

describe("silence", () => {
  it("a draft goes to its author's sockets and to nobody else's, in no form", async () => {
    const test = await inSession();
    await test.go("write");
    const create = aCreate({ text: "Stilgeheim" });

    await run(test.room, els, create);
    await run(test.room, els, {
      op: "rewrite",
      id: newId(),
      cardId: create.cardId,
      text: "Stilgeheim2",
    });

    expect(asideText(test.ofEls)).toContain("Stilgeheim2");
    for (const socket of [test.ofPiet, test.ofFacilitator, test.wall, test.ofScribe, test.stock]) {
      const seen = everything(socket) + asideText(socket);
      expect(seen).not.toContain("Stilgeheim");
      expect(seen).not.toContain(create.cardId);
    }
    expect(test.ofFacilitator.asides.at(-1)?.staff).toMatchObject({ drafts: 1 });
    expect(await test.room.read((doc) => cardsOf(doc).size)).toBe(0);
  });

  it("comes back to its author after a restart, and to who connects later", async () => {
    const test = await inSession();
    await test.go("write");
    const create = aCreate({ text: "Stilgeheim" });
    await run(test.room, els, create);

    const { socket } = await test.connect(els, OWN);
    const later = await test.openAgain();

    expect(socket.asides).toMatchObject([{ isWhole: true, cards: [{ text: "Stilgeheim" }] }]);
    expect(await run(later, els, { op: "delete", id: newId(), cardId: create.cardId })).toEqual([
      undefined,
    ]);
  });

  it("reveal shows all drafts to all at once, and tells their authors that they are held no more", async () => {
    const test = await inSession();
    await test.go("write");
    const [first, second] = [aCreate({ text: "Een" }), aCreate({ text: "Twee" })];
    await run(test.room, els, first);
    await run(test.room, piet, second);

    await test.go("reveal");
    await test.room.idle();

    const shown = await test.room.read((doc) => readCards(doc).map(({ text }) => text));
    expect(shown.toSorted()).toEqual(["Een", "Twee"]);
    expect(test.ofEls.asides.at(-1)).toMatchObject({ gone: [first.cardId] });
    expect(test.ofPiet.asides.at(-1)).toMatchObject({ gone: [second.cardId] });
    expect(everything(test.wall)).toContain("Twee");
  });

  it("a hall's silence is revealed in portions, and goes on after a restart in the middle of it", async () => {
    const test = await inSession();
    await test.go("write");
    const creates = Array.from({ length: 400 }, () => aCreate());
    await run(test.room, els, ...creates.slice(0, 200));
    await run(test.room, anActor(), ...creates.slice(200));
    await test.go("reveal");
    const first = await test.room.read((doc) => cardsOf(doc).size);
    test.log.failure = new LogError("LOG_FULL", "the power goes");
    await test.room.idle();
    test.log.failure = undefined;

    const later = await test.openAgain();
    await later.idle();

    expect(first).toBeLessThan(400);
    const shown = await later.read((doc) => readCards(doc).map(({ id }) => id));
    expect(shown.toSorted()).toEqual(creates.map(({ cardId }) => cardId).toSorted());
    expect((await test.log.records(test.boardId)).held).toEqual([]);
  });

  it("what could not be stored is neither held nor told", async () => {
    const test = await inSession();
    await test.go("write");
    test.log.failure = new LogError("LOG_FULL", "full");
    const create = aCreate({ text: "Stilgeheim" });

    expect(await run(test.room, els, create)).toEqual(["cannot-save"]);
    expect(asideText(test.ofEls)).not.toContain("Stilgeheim");
  });
});

describe("moderation", () => {
  it("a hidden card is for its author and who leads, and leaves everybody's document", async () => {
    const test = await inSession();
    await test.go("discuss");
    const create = aCreate({ text: "Onaardig" });
    await run(test.room, els, create);
    const { cardId } = create;

    await run(test.room, facilitator, { op: "hide", id: newId(), cardId });

    expect(await test.room.read((doc) => cardsOf(doc).has(cardId))).toBe(false);
    const { socket } = await test.connect(piet, OWN);
    expect(everything(socket) + asideText(socket)).not.toContain("Onaardig");
    expect(test.ofEls.asides.at(-1)).toMatchObject({ cards: [{ cardId, state: "hidden" }] });
    expect(test.ofFacilitator.asides.at(-1)).toMatchObject({
      cards: [{ cardId, state: "hidden" }],
    });
    expect(asideText(test.ofPiet)).not.toContain(cardId);
  });

  it("who is stopped is sent away, and may do nothing until readmitted", async () => {
    const test = await inSession();
    await test.go("discuss");
    await test.room.welcome(els.personId, { hue: 1 });

    await run(test.room, facilitator, { op: "stop", id: newId(), personId: els.personId });

    expect([test.ofEls.closedWith, test.ofPiet.closedWith]).toEqual([4401, undefined]);
    expect(await run(test.room, els, aCreate())).toEqual(["stopped"]);
    expect(test.ofFacilitator.asides.at(-1)?.staff?.stopped).toEqual([els.personId]);
    await run(test.room, facilitator, { op: "readmit", id: newId(), personId: els.personId });
    expect(await run(test.room, els, aCreate())).toEqual([undefined]);
  });

  it("who comes in by a credential that was read before they were stopped is sent away too", async () => {
    const test = await inSession();
    await test.room.welcome(els.personId, { hue: 1 });

    await run(test.room, facilitator, { op: "stop", id: newId(), personId: els.personId });

    const { socket } = await test.connect(els, OWN);

    expect(socket.closedWith).toBe(4401);
    expect(socket.packets).toEqual([]);
  });

  it("who was stopped by another node is sent away by this one", async () => {
    const test = await inSession();
    await test.room.welcome(els.personId, { hue: 1 });
    const other = await test.openAgain();
    await run(other, facilitator, { op: "stop", id: newId(), personId: els.personId });

    await run(test.room, piet, { op: "hand", id: newId(), isUp: true });

    expect([test.ofEls.closedWith, test.ofPiet.closedWith]).toEqual([4401, undefined]);
  });

  it("a name that was taken away is told to nobody who comes in later", async () => {
    const test = await inSession();
    const { seq, epoch } = await test.room.state();
    await test.room.welcome(els.personId, { name: "Schimpnaam", hue: 1 });
    const { personId } = els;

    await run(test.room, facilitator, { op: "rename", id: newId(), personId, name: "Els" });
    const { socket } = await test.connect(piet, { kind: "own", since: { epoch, seq } });

    expect(everything(socket)).toContain("Els");
    expect(everything(socket)).not.toContain("Schimpnaam");
  });

  it("a raised hand is told to who leads and to its owner", async () => {
    const test = await inSession();

    await run(test.room, els, { op: "hand", id: newId(), isUp: true });

    expect(test.ofEls.asides.at(-1)).toMatchObject({ isHandUp: true });
    expect(test.ofFacilitator.asides.at(-1)?.staff?.hands).toMatchObject([
      { personId: els.personId },
    ]);
    expect(asideText(test.ofPiet)).not.toContain(els.personId);
  });

  it("who did what when is kept, without what people do with their own cards", async () => {
    const test = await inSession();
    await test.go("discuss");
    const create = aCreate();
    await run(test.room, els, create);
    await run(test.room, facilitator, { op: "hide", id: newId(), cardId: create.cardId });

    const acts = await test.room.acts({ before: Number.MAX_SAFE_INTEGER, count: 10 });

    expect(acts).toMatchObject([
      { op: "hide", about: create.cardId, role: "facilitator" },
      { op: "phase", about: "discuss" },
    ]);
  });
});

describe("votes", () => {
  async function inVote() {
    const test = await inSession();
    await test.go("discuss");
    const creates = [aCreate(), aCreate()];
    await run(test.room, els, ...creates);
    await test.go("vote");
    const [first, second] = creates.map(({ cardId }) => cardId);
    return { ...test, first: first ?? "", second: second ?? "" };
  }
  const vote = (target: string, dots: number): Command => ({
    op: "vote",
    id: newId(),
    target,
    dots,
  });
  const ballot = (change: "close" | "reveal"): Command => ({ op: "ballot", id: newId(), change });

  it("are told to their voter alone; who leads hears how many have voted", async () => {
    const test = await inVote();
    const before = [test.ofPiet, test.wall, test.stock].map((socket) => socket.packets.length);

    await run(test.room, els, vote(test.first, 2));

    expect(test.ofEls.asides.at(-1)).toMatchObject({ votes: { [test.first]: 2 } });
    expect(test.ofFacilitator.asides.at(-1)).toMatchObject({ staff: { voters: 1 } });
    expect([test.ofPiet, test.wall, test.stock].map((one) => one.packets.length)).toEqual(before);
    expect(asideText(test.ofPiet)).not.toContain(test.first);
  });

  it("hold to the budget in two rooms on one log", async () => {
    const test = await inVote();
    const second = await test.openAgain();

    const answers = await Promise.all([
      run(test.room, els, vote(test.first, 2)),
      run(second, els, vote(test.second, 2)),
    ]);
    await run(second, facilitator, ballot("reveal"));

    expect(answers.flat().toSorted()).toEqual(["invalid", undefined]);
    const [results] = await second.read(readResults);
    expect([...(results?.given.values() ?? [])]).toEqual([2]);
  });

  it("stay after a restart and are counted once", async () => {
    const test = await inVote();
    const mine = vote(test.first, 3);
    await run(test.room, els, mine);

    const later = await test.openAgain();
    await run(later, els, mine);
    await run(later, piet, vote(test.first, 1));
    await run(later, facilitator, ballot("reveal"));

    const [results] = await later.read(readResults);
    expect([results?.voters, results?.given.get(test.first)]).toEqual([2, 4]);
  });
});

it("a phase holds for a socket that was opened before it", async () => {
  const test: TestRoom = await openTestRoom({ plan: readyPlans.standard });
  await goTo(test.room, "discuss");
  const { connection, socket } = await test.connect(els, OWN);
  await goTo(test.room, "harvest");
  await goTo(test.room, "welcome"); // no grace: the phase before gave nothing

  const create = aCreate();
  connection.receive(encodeCommands([create]));
  await test.room.idle();

  expect(socket.answers).toEqual([{ id: create.id, refused: "wrong-phase" }]);
});
