import { type Actor, cardsOf, newId, placesOf, readCard, textsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it, vi } from "vitest";
import * as Y from "yjs";

import { LogError } from "../board-log.ts";
import { ClientOwners } from "../gate/client-owners.ts";
import { openTestRoom } from "../testing/index.ts";
import type { Room } from "./room.ts";

const textOf = (room: Room, cardId: string) => room.read((doc) => readCard(doc, cardId)?.text);

/** An update that types `insert` at `at` into a card's text, as a client with a replica would send it. */
async function typing(room: Room, cardId: string, insert: string, at = 0): Promise<Uint8Array> {
  const replica = new Y.Doc();
  Y.applyUpdateV2(replica, (await room.state()).update);
  const before = Y.encodeStateVector(replica);
  textsOf(replica).get(cardId)?.insert(at, insert);
  return Y.encodeStateAsUpdate(replica, before);
}

async function aCard(room: Room, author: Actor): Promise<string> {
  const create = aCreate({ text: "eerst" });
  await room.submit(author, [create]);
  return create.cardId;
}

it("stores a card with its owner and an event in one entry", async () => {
  const { room, log, boardId } = await openTestRoom();
  const author = anActor("participant", { consent: "anonymous" });
  const create = aCreate({ lever: "h07", consent: "named", speakerAgrees: true });

  const answers = await room.submit(author, [create]);

  expect(answers).toEqual([{ id: create.id, saved: true }]);
  expect(await room.ownerOf(create.cardId)).toMatchObject({
    personId: author.personId,
    consent: "named",
    speakerAgrees: true,
  });
  expect(log.eventsOf(boardId)).toMatchObject([
    { kind: "create", card: create.cardId, lever: "h07", phase: "open" },
  ]);
});

it("keeps consent, owner and keys out of the document", async () => {
  const { room } = await openTestRoom({ authors: "hidden" });
  const author = anActor("participant", { consent: "named" });
  await room.submit(author, [aCreate({ speakerAgrees: true })]);

  const json = await room.read((doc) => JSON.stringify([...cardsOf(doc).values()]));

  expect(json).not.toContain(author.personId);
  expect(json).not.toMatch(/consent|named|agrees|"at"/);
});

it("does a command once, also when it comes again long after", async () => {
  const { room, log, boardId } = await openTestRoom();
  const [author, facilitator] = [anActor(), anActor("facilitator")];
  const create = aCreate();
  const move = { op: "place", id: newId(), cardId: create.cardId, lever: "h02" } as const;
  const undo = { op: "undo", id: newId(), command: create.id } as const;
  await room.submit(author, [create, move]);
  await room.submit(author, [{ ...move, id: newId(), lever: "h03" }]);
  const before = await room.state();
  log.doneKept = 0;
  await log.rewrite(boardId, { upTo: 0, epoch: 1, parts: [] });

  const answers = await room.submit(author, [create, move]);

  expect(answers).toEqual([create, move].map(({ id }) => ({ id, saved: true })));
  expect(await room.state()).toEqual(before);
  const undone = await room.submit(facilitator, [undo]);
  expect(undone).toEqual([{ id: undo.id, refused: "not-found" }]);
});

it("does a command once, however often it comes, also after a restart", async () => {
  const { room, openAgain } = await openTestRoom();
  const author = anActor();
  const create = aCreate();
  await room.submit(author, [create, create]);
  await room.submit(author, [{ op: "delete", id: newId(), cardId: create.cardId }]);

  const again = await openAgain();
  const answers = await again.submit(author, [create]);

  expect(answers).toEqual([{ id: create.id, saved: true }]);
  expect((await again.cards()).length).toBe(0);
});

it("refuses a card id that anybody ever used", async () => {
  const { room } = await openTestRoom();
  const author = anActor();
  const create = aCreate();
  await room.submit(author, [create, { op: "delete", id: newId(), cardId: create.cardId }]);

  const answers = await room.submit(anActor(), [aCreate({ cardId: create.cardId })]);

  expect(answers).toMatchObject([{ refused: "id-in-use" }]);
});

it("judges each command of a batch on its own", async () => {
  const { room } = await openTestRoom();
  const mine = aCreate();
  const [owner, other] = [anActor(), anActor()];

  const [, stolen, next] = await Promise.all([
    room.submit(owner, [mine]),
    room.submit(other, [{ op: "delete", id: newId(), cardId: mine.cardId }]),
    room.submit(owner, [{ op: "place", id: newId(), cardId: mine.cardId, lever: "h03" }]),
  ]);

  expect(stolen).toMatchObject([{ refused: "not-allowed" }]);
  expect(next).toMatchObject([{ saved: true }]);
  expect((await room.cards())[0]?.place.lever).toBe("h03");
});

it("shows nothing before it is stored, to readers and joiners alike", async () => {
  const { room, log, connect } = await openTestRoom();
  const watcher = await connect(anActor());
  const seen: unknown[] = [];
  log.beforeAppend = async () => {
    seen.push(watcher.socket.updates.length);
  };
  const create = aCreate();
  const submitted = room.submit(anActor(), [create]);
  await Promise.resolve();
  const read = room.read((doc) => cardsOf(doc).has(create.cardId));

  await submitted;

  expect(seen).toEqual([0]);
  expect(await read).toBe(true);
  expect(watcher.socket.updates).toHaveLength(1);
});

it("keeps nothing of a batch that could not be stored, tries nothing for a while, and goes on when there is room again", async () => {
  vi.useFakeTimers();
  const { room, log, troubles } = await openTestRoom();
  const author = anActor();
  const create = aCreate();
  log.failure = new LogError("LOG_FULL", "disk full");
  const refused = await room.submit(author, [create]);
  const shown = await room.cards();
  log.failure = undefined;
  const meanwhile = await room.submit(author, [create]);
  await vi.advanceTimersByTimeAsync(2_000);

  const answers = await room.submit(author, [create]);

  vi.useRealTimers();
  const cannotSave = [{ id: create.id, refused: "cannot-save" }];
  expect([refused, meanwhile]).toEqual([cannotSave, cannotSave]);
  expect(shown).toEqual([]);
  expect(troubles).toHaveLength(1);
  expect(answers).toEqual([{ id: create.id, saved: true }]);
});

it("judges again when another node was first, so that two never accept what is illegal together", async () => {
  const { room, log, openAgain } = await openTestRoom();
  const other = await openAgain();
  const cardId = newId();
  log.beforeAppend = async () => {
    await other.submit(anActor(), [aCreate({ cardId })]);
  };

  const answers = await room.submit(anActor(), [aCreate({ cardId })]);

  expect(answers).toMatchObject([{ refused: "id-in-use" }]);
  expect(await room.cards()).toEqual(await other.cards());
});

it("lets an author and the facilitator type in a text, and nobody else", async () => {
  const { room } = await openTestRoom();
  const author = anActor();
  const cardId = await aCard(room, author);

  const byOther = await room.textEdit(anActor(), await typing(room, cardId, "X"));
  const byAuthor = await room.textEdit(author, await typing(room, cardId, "A"));
  const byFacilitator = await room.textEdit(
    anActor("facilitator"),
    await typing(room, cardId, "F"),
  );

  expect([byOther.kind, byAuthor.kind, byFacilitator.kind]).toEqual(["refuse", "apply", "apply"]);
  expect(await textOf(room, cardId)).toBe("FAeerst");
});

it("takes no text edit with authors hidden, but a rewrite command", async () => {
  const { room } = await openTestRoom({ authors: "hidden" });
  const author = anActor();
  const cardId = await aCard(room, author);

  const edit = await room.textEdit(author, await typing(room, cardId, "X"));
  const answers = await room.submit(author, [
    { op: "rewrite", id: newId(), cardId, text: "later" },
  ]);

  expect(edit).toMatchObject({ kind: "refuse", code: "not-allowed" });
  expect(answers).toMatchObject([{ saved: true }]);
  expect(await textOf(room, cardId)).toBe("later");
});

it("puts the quotes of an essay into the tray once, as nobody's", async () => {
  const { room } = await openTestRoom();
  const quotes = [{ id: newId(), text: "Samen gaat het beter", speaker: "Bewoner" }];
  await room.addEssayQuotes(quotes);
  const cardId = quotes[0]?.id ?? "";
  await room.submit(anActor("facilitator"), [{ op: "place", id: newId(), cardId, lever: "h02" }]);

  await room.addEssayQuotes(quotes);

  const place = await room.read((doc) => placesOf(doc).get(cardId));
  expect(await room.cards()).toMatchObject([{ via: "essay", kind: "quote", speaker: "Bewoner" }]);
  expect(place?.lever).toBe("h02");
  expect(await room.ownerOf(cardId)).toMatchObject({ personId: null });
});

it("refuses a list in which something is no command, and does none of it", async () => {
  const { room } = await openTestRoom();

  const submitted = room.submit(anActor(), [aCreate(), { op: "create" }]);

  await expect(submitted).rejects.toMatchObject({ code: "INVALID_COMMAND" });
  expect(await room.cards()).toEqual([]);
});

it("takes letters first of all after a restart", async () => {
  const { room, openAgain } = await openTestRoom();
  const author = anActor();
  const cardId = await aCard(room, author);
  const letters = await typing(room, cardId, "hoe ");

  const restarted = await openAgain();
  const outcome = await restarted.textEdit(author, letters);

  expect(outcome.kind).toBe("apply");
  expect(await textOf(restarted, cardId)).toBe("hoe eerst");
});

it("puts a quote into the tray, once, though somebody made cards under its id before", async () => {
  const { room } = await openTestRoom();
  const quote = { id: `${"a".repeat(18)}zz`, text: "Wat er staat." };
  const next = `${"a".repeat(17)}b00`;
  const squatted = [aCreate({ cardId: quote.id }), aCreate({ cardId: next })];
  await room.submit(anActor(), squatted);

  await room.addEssayQuotes([quote]);
  await room.addEssayQuotes([quote]);

  const fromEssay = (await room.cards()).filter(({ via }) => via === "essay");
  expect(fromEssay).toMatchObject([{ id: `${"a".repeat(17)}b01`, text: quote.text }]);
});

it("answers an update that the gate stumbles over as malformed, tells it, and keeps the document", async () => {
  const { room, troubles } = await openTestRoom();
  const ann = anActor();
  const create = aCreate();
  await room.submit(ann, [create]);
  const doc = await room.read((open) => open);
  const update = await typing(room, create.cardId, "x");
  const bug = new Error("a bug");
  using stumble = vi.spyOn(ClientOwners.prototype, "isOwn").mockImplementationOnce(() => {
    throw bug;
  });

  const stumbled = await room.textEdit(ann, update);
  const again = await room.textEdit(ann, update);

  expect(stumble).toHaveBeenCalled();
  expect([stumbled.kind, again.kind]).toEqual(["malformed", "apply"]);
  expect(troubles).toEqual([bug]);
  expect(await room.read((open) => open)).toBe(doc);
});
