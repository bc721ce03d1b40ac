import { Readable } from "node:stream";
import { NOBODY_ID, newId } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import type { StartedJob } from "@hefboom/contract";
import { expect, it, vi } from "vitest";

import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { tablesWith } from "../../testing/tables-with.ts";
import { bearer, openWorkshop } from "../../testing/workshop.ts";

/** Ann with a draft, a cluster, a vote, a raised hand and a stop in the log; and Bob with a draft and a vote. */
async function aSession(test: TestApp) {
  const workshop = await openWorkshop(test, { plan: "standard" });
  const { board, session, join, command } = workshop;
  const { token } = await session(board.facilitatorKey);
  const [ann, bob] = [await join({ name: "Anna", consent: "named" }), await join()];
  const shown = aCreate();
  const set = (op: "stop" | "readmit") => ({ op, id: newId(), personId: ann.participantId });
  await command(token, [shown, { op: "phase", id: newId(), to: "write", seq: 0 }]);
  for (const one of [ann, bob]) await command(one.token, aCreate({ text: `van ${one.token}` }));
  await command(token, { op: "phase", id: newId(), to: "cluster", seq: 1 });
  const members = [shown.cardId];
  await command(ann.token, { op: "cluster", id: newId(), clusterId: newId(), title: "", members });
  await command(token, { op: "phase", id: newId(), to: "vote", seq: 2 });
  const dots = { op: "vote", target: shown.cardId, dots: 1 };
  for (const one of [ann, bob]) await command(one.token, { ...dots, id: newId() });
  await command(ann.token, { op: "hand", id: newId(), isUp: true });
  await command(token, [set("stop"), set("readmit")]);
  return { ...workshop, token, ann, bob };
}

async function erase({ app }: TestApp, url: string, token: string): Promise<void> {
  const answer = await app.inject({ method: "DELETE", url, headers: bearer(token) });
  expect(answer.statusCode).toBe(202);
  const { job } = answer.json<StartedJob>();
  await vi.waitFor(async () => {
    expect((await app.inject({ url: `/api/jobs/${job}` })).json()).toEqual({ state: "done" });
  });
}

it("leaves no row with the id of who was erased: no held card, vote, hand, stop or act", async () => {
  await using test = await openTestApp();
  const { board, token, ann, bob } = await aSession(test);
  const before = tablesWith(test, ann.participantId);

  await erase(test, `/api/boards/${board.id}/participants/${ann.participantId}`, token);

  expect(before).toEqual(expect.arrayContaining(["acts", "board_people", "card_owners", "votes"]));
  expect(tablesWith(test, ann.participantId)).toEqual([]);
  expect(tablesWith(test, NOBODY_ID)).toEqual(["acts"]);
  expect(tablesWith(test, `van ${ann.token}`)).toEqual([]);
  expect(tablesWith(test, `van ${bob.token}`)).toEqual(["held_cards"]);
  expect(tablesWith(test, bob.participantId)).toEqual(
    expect.arrayContaining(["board_people", "card_owners", "participants", "votes"]),
  );
});

it("erases a held card alone, and leaves the others of that person", async () => {
  await using test = await openTestApp();
  const { board, command, ann, token } = await aSession(test);
  const room = await test.services.hub.room(board.id);
  await command(token, { op: "phase", id: newId(), to: "write", seq: 3 });
  const draft = aCreate({ text: "GEHEIM" });
  await command(ann.token, draft);

  await erase(test, `/api/boards/${board.id}/cards/${draft.cardId}`, ann.token);

  expect(tablesWith(test, "GEHEIM")).toEqual([]);
  expect(tablesWith(test, `van ${ann.token}`)).toEqual(["held_cards"]);
  expect(await room.ownerOf(draft.cardId)).toMatchObject({ isDeleted: true });
});

it("leaves no heading of theirs where others changed the cluster since", async () => {
  await using test = await openTestApp();
  const { board, session, join, command } = await openWorkshop(test, { plan: "standard" });
  const { token } = await session(board.facilitatorKey);
  const [ann, bob] = [await join(), await join()];
  const card = aCreate();
  await command(token, [card, { op: "phase", id: newId(), to: "cluster", seq: 0 }]);
  const cluster = { op: "cluster", clusterId: newId(), members: [card.cardId] };
  await command(ann.token, { ...cluster, id: newId(), title: "wolkenkrabber" });
  await command(bob.token, { ...cluster, id: newId(), title: "Hoogbouw" });
  const before = tablesWith(test, "wolkenkrabber");

  await erase(test, `/api/boards/${board.id}/participants/${ann.participantId}`, token);

  expect(before).toEqual(["done_commands"]);
  expect(tablesWith(test, "wolkenkrabber")).toEqual([]);
});

it("leaves no vote that a scribe gave in the name of who was erased", async () => {
  await using test = await openTestApp();
  const { board, token, ann, command, session } = await aSession(test);
  const keys = await test.app.inject({
    method: "POST",
    url: `/api/boards/${board.id}/keys`,
    headers: bearer(token),
    payload: { role: "scribe" },
  });
  const scribe = await session(keys.json<{ key: string }>().key);
  const [card] = await (await test.services.hub.room(board.id)).cards();
  const vote = { op: "vote", id: newId(), target: card?.id, dots: 1, voter: "anna" };
  const answer = await command(scribe.token, vote);
  const before = tablesWith(test, "for anna");

  await erase(test, `/api/boards/${board.id}/participants/${ann.participantId}`, token);

  expect([answer.body, before]).toEqual([[{ id: vote.id, saved: true }], ["votes"]]);
  expect(tablesWith(test, "for anna")).toEqual([]);
});

/** Ann, stopped, with a draft of hers and a card that was on the board before. */
async function aStoppedAuthor(test: TestApp) {
  const session = await aSession(test);
  const { board, token, ann, command } = session;
  const card = aCreate({ text: "Annabel" });
  await command(token, { op: "phase", id: newId(), to: "write", seq: 3 });
  await command(ann.token, card);
  await command(token, { op: "stop", id: newId(), personId: ann.participantId });
  return { ...session, card, at: `/api/boards/${board.id}` };
}

it("erases the words of who was stopped when they ask for it, by id or without", async () => {
  for (const path of ["participants", "me"]) {
    await using test = await openTestApp();
    const { ann, at } = await aStoppedAuthor(test);

    await erase(test, path === "me" ? `${at}/me` : `${at}/${path}/${ann.participantId}`, ann.token);

    expect(tablesWith(test, ann.participantId)).toEqual([]);
    expect(tablesWith(test, "Annabel")).toEqual([]);
  }
});

it("erases a card of who was stopped when they ask for it, and no other", async () => {
  await using test = await openTestApp();
  const { ann, bob, at, card } = await aStoppedAuthor(test);
  const refused = await Promise.all(
    [`/cards/${newId()}`, `/participants/${bob.participantId}`].map((path) =>
      test.app.inject({ method: "DELETE", url: `${at}${path}`, headers: bearer(ann.token) }),
    ),
  );

  await erase(test, `${at}/cards/${card.cardId}`, ann.token);

  expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
  expect(tablesWith(test, "Annabel")).toEqual([]);
  expect(
    (await test.app.inject({ url: `${at}/me`, headers: bearer(ann.token) })).json(),
  ).toMatchObject({
    code: "STOPPED",
  });
});

it("erases nobody for staff who ask for themselves", async () => {
  await using test = await openTestApp();
  const { token, at } = await aStoppedAuthor(test);

  const answer = await test.app.inject({
    method: "DELETE",
    url: `${at}/me`,
    headers: bearer(token),
  });

  expect(answer.statusCode).toBe(403);
});

it("does nothing of what somebody sends who is erased before all of it is there", async () => {
  await using test = await openTestApp();
  const { board, ann, token } = await aSession(test);
  const room = await test.services.hub.room(board.id);
  const { promise: isErased, resolve: goOn } = Promise.withResolvers<void>();
  const create = JSON.stringify(aCreate({ text: "te laat" }));
  async function* slowly() {
    yield create.slice(0, 10);
    await isErased;
    yield create.slice(10);
  }
  const sending = test.app.inject({
    method: "POST",
    url: `/api/boards/${board.id}/commands`,
    headers: { ...bearer(ann.token), "content-type": "application/json" },
    payload: Readable.from(slowly()),
  });

  await erase(test, `/api/boards/${board.id}/participants/${ann.participantId}`, token);
  goOn();
  const { statusCode } = await sending;

  expect(statusCode).toBe(401);
  expect(tablesWith(test, ann.participantId)).toEqual([]);
  expect((await room.cards()).map(({ text }) => text)).not.toContain("te laat");
});

it("keeps the ids of commands of who was erased used, and everybody else writing", async () => {
  await using test = await openTestApp();
  const { board, ann, bob, token, command } = await aSession(test);
  const hand = { op: "hand", id: newId(), isUp: true };
  await command(ann.token, hand);
  await erase(test, `/api/boards/${board.id}/participants/${ann.participantId}`, token);

  const [again, other] = await Promise.all([
    command(bob.token, hand),
    command(bob.token, { op: "hand", id: newId(), isUp: true }),
  ]);

  expect(again.body).toEqual([{ id: hand.id, refused: "id-in-use" }]);
  expect(other.body).toMatchObject([{ saved: true }]);
});
