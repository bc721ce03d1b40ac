import { metaOf, newId, textsOf } from "@hefboom/board";
import { aCreate, anActor, TEST_NOW } from "@hefboom/board/testing";
import { encodeCommands } from "@hefboom/contract/messages";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";

import { openTestRoom, type TestRoom } from "../../testing/open-test-room.ts";

// What the judge of commands must refuse; policy.test.ts and judge-command.test.ts have the whole table.

async function withCard() {
  const room = await openTestRoom();
  const author = anActor();
  const create = aCreate({ text: "van de ander" });
  await room.room.submit(author, [create]);
  return { ...room, author, create, cardId: create.cardId };
}

const set = ({ room }: TestRoom, key: string, value: unknown) =>
  // Written past the judge: these cases are about what it says afterwards.
  room.read((doc: Y.Doc) => void metaOf(doc).set(key, value));

describe("a card of another", () => {
  it.each([
    ["place", { lever: "h02" }],
    ["rewrite", { text: "gekaapt" }],
    ["delete", {}],
  ] as const)("is refused: %s", async (op, rest) => {
    const { room, cardId } = await withCard();
    const before = await room.cards();

    const answers = await room.submit(anActor(), [{ op, id: newId(), cardId, ...rest }]);

    expect(answers).toMatchObject([{ refused: "not-allowed" }]);
    expect(await room.cards()).toEqual(before);
  });
});

it("refuses an id in use, also for its own author", async () => {
  const { room, author, cardId } = await withCard();

  const answers = await room.submit(author, [aCreate({ cardId })]);

  expect(answers).toMatchObject([{ refused: "id-in-use" }]);
});

it("refuses a card id that another once used and deleted", async () => {
  const { room, author, cardId } = await withCard();
  await room.submit(author, [{ op: "delete", id: newId(), cardId }]);

  const answers = await room.submit(anActor(), [aCreate({ cardId })]);

  expect(answers).toMatchObject([{ refused: "id-in-use" }]);
  expect(await room.cards()).toEqual([]);
});

it("refuses a command under the id of another's command", async () => {
  const { room, create } = await withCard();

  const answers = await room.submit(anActor(), [aCreate({ id: create.id })]);

  expect(answers).toMatchObject([{ refused: "id-in-use" }]);
});

it("refuses what lies on a locked lever, or goes there", async () => {
  const opened = await withCard();
  const { room, author, cardId } = opened;
  const inTray = aCreate({ lever: null });
  await room.submit(author, [inTray]);
  await set(opened, "locks", { board: false, levers: ["h01"] });

  const answers = await room.submit(author, [
    { op: "rewrite", id: newId(), cardId, text: "toch" },
    { op: "place", id: newId(), cardId, lever: "h02" },
    { op: "delete", id: newId(), cardId },
    aCreate({ lever: "h01" }),
    { op: "place", id: newId(), cardId: inTray.cardId, lever: "h01" },
  ]);

  expect(answers.map((one) => "refused" in one && one.refused)).toEqual(Array(5).fill("locked"));
});

it("refuses in the wrong phase", async () => {
  const opened = await withCard();
  const { room, author, cardId } = opened;
  await set(opened, "phase", { id: "gesloten", seq: 1, index: 1, startedAt: TEST_NOW });

  const answers = await room.submit(author, [
    aCreate(),
    { op: "rewrite", id: newId(), cardId, text: "toch" },
    { op: "place", id: newId(), cardId, lever: "h02" },
    { op: "delete", id: newId(), cardId },
  ]);

  expect(answers.map((one) => "refused" in one && one.refused)).toEqual(
    Array(4).fill("wrong-phase"),
  );
});

it.each(["author", "at", "via", "personId", "__proto__"])("refuses a forged %s", async (key) => {
  const { room } = await openTestRoom();
  const forged = JSON.parse(
    JSON.stringify(aCreate()).replace("{", `{${JSON.stringify(key)}:"${newId()}",`),
  );

  const answers = await room.submit(anActor(), [forged]);

  expect(answers).toMatchObject([{ refused: "invalid" }]);
  expect(await room.cards()).toEqual([]);
});

it("does the same command once, in one message and in the next", async () => {
  const { room, create, author } = await withCard();
  const place = { op: "place", id: newId(), cardId: create.cardId, lever: "h02" };

  const answers = await room.submit(author, [create, place, place, create]);

  expect(answers.every((one) => "saved" in one)).toBe(true);
  expect(await room.read((doc) => textsOf(doc).size)).toBe(1);
});

it("closes who sends 10,000 in one message, and does none of them", async () => {
  const { room, connect } = await openTestRoom();
  const { socket, connection } = await connect(anActor());
  const deletion = () => ({ op: "delete", id: newId(), cardId: newId() });

  connection.receive(encodeCommands([aCreate(), ...Array.from({ length: 9_999 }, deletion)]));
  await room.idle();

  expect(socket.closedWith).toBe(4409);
  expect(await room.cards()).toEqual([]);
});
