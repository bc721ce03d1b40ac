import {
  type Actor,
  type Command,
  cardsOf,
  metaOf,
  newId,
  TEXT_MAX_LENGTH_TYPED,
  textsOf,
} from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { anEntry, openTestRoom } from "../../testing/index.ts";
import type { Room } from "../room.ts";

// E05: two nodes serve one board from one log. Neither hears of the other but through the log, so in each of these
// tests one of them is behind.

async function twoNodes() {
  const { boardId, log, room, openAgain } = await openTestRoom();
  const third = async () => (await openAgain()).read((doc) => copyOf(doc));
  return { boardId, log, a: room, b: await openAgain(), third };
}

/** A card that only node `a` has heard of. */
async function withCardOnA(author: Actor, text = "eerst") {
  const nodes = await twoNodes();
  const create = aCreate({ text });
  await nodes.a.submit(author, [create]);
  return { ...nodes, cardId: create.cardId };
}

/** A card that both nodes have heard of: a node hears what others did when it stores something itself. */
async function withCardOnBoth(author: Actor, text = "eerst") {
  const nodes = await withCardOnA(author, text);
  await nodes.b.submit(author, [aCreate()]);
  await nodes.a.submit(author, [aCreate()]);
  return nodes;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const replicaOf = (room: Room) => room.read(copyOf);

/** What typing adds to a replica, as one update. */
function typing(replica: Y.Doc, cardId: string, letters: string): Uint8Array {
  const before = Y.encodeStateVector(replica);
  textsOf(replica).get(cardId)?.insert(0, letters);
  return Y.encodeStateAsUpdate(replica, before);
}

const textOf = (doc: Y.Doc, cardId: string) => textsOf(doc).get(cardId)?.toString();
const outcomesOf = (answers: readonly object[]) =>
  answers.map((answer) => ("refused" in answer ? answer.refused : "saved"));

it("E05 one card id, wanted on both nodes at once: one gets it, and both nodes agree who", async () => {
  const { a, b, third } = await twoNodes();
  const cardId = newId();
  const [els, jan] = [anActor(), anActor()];

  const answers = await Promise.all([
    a.submit(els, [aCreate({ cardId, text: "van Els" })]),
    b.submit(jan, [aCreate({ cardId, text: "van Jan" })]),
  ]);

  expect(outcomesOf(answers.flat()).sort()).toEqual(["id-in-use", "saved"]);
  const winner = "saved" in (answers[0][0] ?? {}) ? "van Els" : "van Jan";
  expect(textOf(await third(), cardId)).toBe(winner);
});

it("E05 one command on both nodes, as after a change of network: done once, saved twice", async () => {
  const { a, b, third } = await twoNodes();
  const author = anActor();
  const create = aCreate();
  const before = cardsOf(await third()).size;

  const answers = await Promise.all([a.submit(author, [create]), b.submit(author, [create])]);

  expect(outcomesOf(answers.flat())).toEqual(["saved", "saved"]);
  expect(cardsOf(await third()).size).toBe(before + 1);
});

it("E05 a lock set on one node binds the other, which has not heard of it", async () => {
  const { a, b, boardId, log } = await twoNodes();
  const locked = await replicaOf(a);
  const before = Y.encodeStateVector(locked);
  metaOf(locked).set("locks", { board: false, levers: ["h01"] });
  const update = Y.encodeStateAsUpdate(locked, before);
  await log.append(boardId, (await log.load(boardId)).head, anEntry({ update }));

  const answers = await b.submit(anActor(), [aCreate({ lever: "h01" }), aCreate({ lever: "h02" })]);

  expect(outcomesOf(answers)).toEqual(["locked", "saved"]);
});

it("E05 a card deleted on one node cannot be changed on the other", async () => {
  const author = anActor();
  const { a, b, third, cardId } = await withCardOnBoth(author);
  const rewrite: Command = { op: "rewrite", id: newId(), cardId, text: "te laat" };
  await a.submit(author, [{ op: "delete", id: newId(), cardId }]);

  const answers = await b.submit(author, [rewrite, aCreate()]);

  expect(outcomesOf(answers)).toEqual(["not-found", "saved"]);
  expect(cardsOf(await third()).has(cardId)).toBe(false);
});

it("E05 letters typed into one text on both nodes are all kept", async () => {
  const author = anActor();
  const { a, b, third, cardId } = await withCardOnBoth(author, "midden");
  const [onA, onB] = [await replicaOf(a), await replicaOf(b)];

  const verdicts = await Promise.all([
    a.textEdit(author, typing(onA, cardId, "links ")),
    b.textEdit(anActor("facilitator"), typing(onB, cardId, "rechts ")),
  ]);

  expect(verdicts.map(({ kind }) => kind)).toEqual(["apply", "apply"]);
  expect(textOf(await third(), cardId)).toMatch(/^(links rechts|rechts links) midden$/);
});

it("E05 two edits, each legal on its node, that together break the length limit: one is refused", async () => {
  const author = anActor();
  const { a, b, third, cardId } = await withCardOnBoth(author);
  const many = "x".repeat(TEXT_MAX_LENGTH_TYPED / 2);
  const [onA, onB] = [await replicaOf(a), await replicaOf(b)];

  const verdicts = await Promise.all([
    a.textEdit(author, typing(onA, cardId, many)),
    b.textEdit(author, typing(onB, cardId, many)),
  ]);

  expect(verdicts.map(({ kind }) => kind).sort()).toEqual(["apply", "refuse"]);
  expect(textOf(await third(), cardId)?.length).toBeLessThanOrEqual(TEXT_MAX_LENGTH_TYPED);
});

it("E05 one Yjs clientID, used by two people on two nodes: only one of them writes under it", async () => {
  const [els, jan] = [anActor(), anActor()];
  const { a, b, third, cardId } = await withCardOnBoth(els);
  const other = aCreate({ text: "van Jan" });
  await b.submit(jan, [other]);
  const [onA, onB] = [await replicaOf(a), await replicaOf(b)];
  onA.clientID = onB.clientID = 4_711;

  const verdicts = [
    await a.textEdit(els, typing(onA, cardId, "Els ")),
    await b.textEdit(jan, typing(onB, other.cardId, "gestolen ")),
  ];

  expect(verdicts.filter(({ kind }) => kind === "apply")).toHaveLength(1);
  expect(textOf(await third(), cardId)).toBe("Els eerst");
  expect(textOf(await third(), other.cardId)).toBe("van Jan");
});

it("E05 who moves to the node that lags changes the card that was made on the other", async () => {
  const author = anActor();
  const { b, third, cardId } = await withCardOnA(author);
  const commands: Command[] = [
    { op: "rewrite", id: newId(), cardId, text: "verder op b" },
    { op: "place", id: newId(), cardId, lever: "h05" },
  ];

  const answers = await b.submit(author, commands);

  expect(outcomesOf(answers)).toEqual(["saved", "saved"]);
  expect(textOf(await third(), cardId)).toBe("verder op b");
});

it("E05 who moves to the node that lags types on after letters that the other stored", async () => {
  const author = anActor();
  const { a, b, third, cardId } = await withCardOnA(author, "woorden");
  const replica = await replicaOf(a);
  await a.textEdit(author, typing(replica, cardId, "meer "));

  const verdict = await b.textEdit(author, typing(replica, cardId, "nog "));

  expect(verdict.kind).toBe("apply");
  expect(textOf(await third(), cardId)).toBe("nog meer woorden");
});
