import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { elfHefbomen, newId } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { defaultRoomLimits, RoomHub } from "@hefboom/sync";
import { expect, it } from "vitest";

import { addBoardRow } from "../../testing/add-board-row.ts";
import { openDatabase } from "../open-database.ts";
import { SqliteBoardLog } from "../sqlite-board-log.ts";

const NOW = 1_750_000_000_000;

/** Two hubs, each with a connection of its own to one file, and a board on it. */
async function twoNodes() {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "hefboom-nodes-"));
  opened.defer(() => rm(folder, { recursive: true }));
  const openNode = async () => {
    const database = opened.use(await openDatabase(join(folder, "hefboom.sqlite")));
    const log = opened.use(new SqliteBoardLog(database.sqlite));
    const report = (error: unknown) => {
      throw error;
    };
    const hub = new RoomHub({ log, now: () => NOW, report, limits: defaultRoomLimits });
    return { hub: opened.use(hub), sqlite: database.sqlite };
  };
  const [a, b] = [await openNode(), await openNode()];
  const boardId = newId();
  addBoardRow(a.sqlite, boardId);
  await a.hub.create(boardId, {
    title: { nl: "Proefbord" },
    locale: "nl",
    authors: "shown",
    template: elfHefbomen,
    now: NOW,
  });
  const rooms = [await a.hub.room(boardId), await b.hub.room(boardId)] as const;
  const closing = opened.move();
  return { rooms, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

const outcomesOf = (answers: readonly object[]) =>
  answers.map((answer) => ("refused" in answer ? answer.refused : "saved"));

it("E05 two nodes on one database file: of cards that want the same id one is made, in the same place for both", async () => {
  await using nodes = await twoNodes();
  const [a, b] = nodes.rooms;
  const cardIds = Array.from({ length: 20 }, newId);

  const answers = await Promise.all(
    cardIds.flatMap((cardId) =>
      [a, b].map((room) => room.submit(anActor(), [aCreate({ cardId })])),
    ),
  );
  await a.submit(anActor(), [aCreate()]);
  await b.submit(anActor(), [aCreate()]);
  await a.submit(anActor(), [aCreate()]);

  const outcomes = outcomesOf(answers.flat());
  expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(cardIds.length);
  expect(outcomes.filter((outcome) => outcome === "id-in-use")).toHaveLength(cardIds.length);
  expect((await a.cards()).length).toBe(cardIds.length + 3);
  const known = new Set((await a.cards()).map(({ id }) => id));
  expect((await b.cards()).every(({ id }) => known.has(id))).toBe(true);
});

it("E05 two nodes on one database file: a command sent to both is done once", async () => {
  await using nodes = await twoNodes();
  const author = anActor();
  const creates = Array.from({ length: 20 }, () => aCreate());

  const answers = await Promise.all(
    creates.flatMap((create) => nodes.rooms.map((room) => room.submit(author, [create]))),
  );

  expect(new Set(outcomesOf(answers.flat()))).toEqual(new Set(["saved"]));
  const [a] = nodes.rooms;
  await a.submit(author, [aCreate()]);
  expect((await a.cards()).length).toBe(creates.length + 1);
});
