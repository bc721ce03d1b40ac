import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { hashOf } from "../../access/secret.ts";
import { openDatabase } from "../open-database.ts";
import { SqliteAccessStore } from "../sqlite-access-store.ts";
import { SqliteErasureStore } from "../sqlite-erasure-store.ts";

const boardId = newId();
const rehearsal = {
  job: "job",
  boardId,
  kind: "rehearsal",
  target: boardId,
  at: 100,
  state: "running",
} as const;

async function openStores() {
  const database = await openDatabase(":memory:");
  const access = new SqliteAccessStore(database);
  const board = { id: boardId, code: "CCCCCC", title: "Proef", locale: "nl", createdAt: 1 };
  await access.addBoard({ ...board, authors: "shown" }, []);
  const join = async () => {
    const id = newId();
    const token = { hash: hashOf(id), boardId, personId: id, createdAt: 1, expiresAt: 1_000 };
    const person = { boardId, id, name: "Anna", consent: "named", hue: 1, createdAt: 1 } as const;
    await access.addParticipant(person, { ...token, role: "participant" });
    await database.kysely
      .insertInto("board_people")
      .values({ board: boardId, person_id: id, stopped_at: null, hand_at: null })
      .execute();
    return { id, hash: token.hash };
  };
  return { database, access, erasures: new SqliteErasureStore(database), join };
}

it("takes with them what everybody came in with who joined before, and leaves who joined since", async () => {
  const { database, access, erasures, join } = await openStores();
  await using _open = database;
  const before = [await join(), await join()];
  const staff = {
    hash: hashOf("lead"),
    boardId,
    personId: newId(),
    createdAt: 1,
    expiresAt: 1_000,
  };
  await access.addToken({ ...staff, role: "facilitator" });

  const dismissed = await erasures.dismiss(boardId);
  const since = await join();
  await erasures.eraseRows(rehearsal);

  expect(new Set(dismissed)).toEqual(new Set(before.map(({ id }) => id)));
  expect((await access.participants(boardId)).map(({ id }) => id)).toEqual([since.id]);
  const known = await Promise.all(
    [before[0]?.hash ?? staff.hash, since.hash, staff.hash].map((hash) => access.token(hash, 2)),
  );
  expect(known.map((token) => token !== undefined)).toEqual([false, true, true]);
  const people = await database.kysely.selectFrom("board_people").select("person_id").execute();
  expect(people).toEqual([{ person_id: since.id }]);
});

it("knows who was dismissed also after it was cut off", async () => {
  const { database, access, erasures, join } = await openStores();
  await using _open = database;
  const { id } = await join();
  await erasures.dismiss(boardId);

  const again = await erasures.dismiss(boardId);
  await erasures.eraseRows(rehearsal);

  expect(again).toEqual([id]);
  expect(await access.participants(boardId)).toEqual([]);
});

it("forgets cards that were taken off the board, and none that came after", async () => {
  const { database, erasures } = await openStores();
  await using _open = database;
  const owner = {
    board: boardId,
    person_id: newId(),
    consent: "named",
    speaker_agrees: 0,
  } as const;
  await database.kysely
    .insertInto("card_owners")
    .values([
      { ...owner, card_id: "gone", deleted: 1 },
      { ...owner, card_id: "after", deleted: 0 },
    ])
    .execute();

  await erasures.eraseRows(rehearsal);

  const left = await database.kysely.selectFrom("card_owners").select("card_id").execute();
  expect(left).toEqual([{ card_id: "after" }]);
});

it("tells whether anything was done with cards after a moment", async () => {
  const { database, erasures } = await openStores();
  await using _open = database;
  await database.kysely
    .insertInto("card_events")
    .values({ board: boardId, seq: 1, n: 0, at: 100, phase: "", events: '[["create",null,"a"]]' })
    .execute();

  expect(await erasures.hasChangedSince(boardId, 99)).toBe(true);
  expect(await erasures.hasChangedSince(boardId, 100)).toBe(false);
});
