import {
  type Actor,
  BIN_KEEPS_MS,
  type Command,
  metaOf,
  newId,
  readCard,
  textsOf,
} from "@hefboom/board";
import { aCreate, anActor, TEST_NOW } from "@hefboom/board/testing";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { BatchPast } from "../../batch/past/batch-past.ts";
import { openTestRoom } from "../../testing/index.ts";
import type { Room } from "../room.ts";

const els = anActor("participant", { consent: "named" });
const piet = anActor();
const facilitator = anActor("facilitator");

async function aRoomWithCard() {
  const test = await openTestRoom();
  const create = aCreate({ text: "Een bankje", labels: { scale: "region" }, consent: "anonymous" });
  await test.room.submit(els, [create]);
  return { ...test, create, cardId: create.cardId };
}
const remove = (cardId: string) => ({ op: "delete", id: newId(), cardId }) as const;
const restore = (cardId: string) => ({ op: "restore", id: newId(), cardId }) as const;
const undo = (command: string) => ({ op: "undo", id: newId(), command }) as const;
const cardIn = (room: Room, cardId: string) => room.read((doc) => readCard(doc, cardId));
/** The refusals, `undefined` where it was done. */
async function run(room: Room, actor: Actor, ...commands: Command[]) {
  const answers = await room.submit(actor, commands);
  return answers.map((answer) => ("refused" in answer ? answer.refused : undefined));
}

describe("the bin", () => {
  it("gives a card back whole after a restart, with owner and consent", async () => {
    const { room, openAgain, cardId } = await aRoomWithCard();
    const [card, owner] = [await cardIn(room, cardId), await room.ownerOf(cardId)];
    await run(room, els, remove(cardId));
    const again = await openAgain();

    expect(await run(again, els, restore(cardId))).toEqual([undefined]);
    expect(await cardIn(again, cardId)).toEqual(card);
    expect(await again.ownerOf(cardId)).toEqual(owner);
    expect(await again.binFor(facilitator)).toEqual([]);
  });

  it("follows what one message deletes, restores and deletes again", async () => {
    const { room, cardId } = await aRoomWithCard();

    const refused = await run(room, els, remove(cardId), restore(cardId), remove(cardId));

    expect(refused).toEqual([undefined, undefined, undefined]);
    expect(await cardIn(room, cardId)).toBeUndefined();
    expect(await room.binFor(els)).toMatchObject([{ cardId, text: "Een bankje" }]);
  });

  it("notes a restored card once, however many restore it", async () => {
    const { room, log, boardId, cardId } = await aRoomWithCard();
    await run(room, els, remove(cardId), restore(cardId));

    await run(room, facilitator, restore(cardId));

    const kinds = log.eventsOf(boardId).map(({ kind }) => kind);
    expect(kinds).toEqual(["create", "delete", "restore"]);
  });

  it("shows everybody their own, and staff all", async () => {
    const { room, cardId } = await aRoomWithCard();
    const other = aCreate();
    await run(room, piet, other, remove(other.cardId));
    await run(room, facilitator, remove(cardId));
    const seenBy = async (actor: Actor) => (await room.binFor(actor)).map((card) => card.cardId);

    expect(await seenBy(els)).toEqual([cardId]);
    expect(await seenBy(piet)).toEqual([other.cardId]);
    expect(await seenBy(anActor("scribe"))).toEqual([]);
    expect((await seenBy(facilitator)).sort()).toEqual([cardId, other.cardId].sort());
  });

  it("does not give back what was erased", async () => {
    const { room, cardId } = await aRoomWithCard();
    await run(room, els, remove(cardId));

    await room.erase({ cardId });

    expect(await run(room, els, restore(cardId))).toEqual(["not-found"]);
    expect(await room.binFor(facilitator)).toEqual([]);
  });

  it("keeps a card for thirty days", async () => {
    const { room, cardId } = await aRoomWithCard();
    await run(room, els, remove(cardId));
    const [binned] = await room.binFor(els);
    if (binned === undefined) throw new Error("the bin is empty");
    const found = {
      doneBy: new Map(),
      inverses: new Map(),
      binned: new Map([[cardId, binned]]),
    };

    expect(new BatchPast(found, TEST_NOW + BIN_KEEPS_MS - 1).binned(cardId)).toEqual(binned);
    expect(new BatchPast(found, TEST_NOW + BIN_KEEPS_MS).binned(cardId)).toBeUndefined();
  });

  it("gives nothing back to a board that is full", async () => {
    const { room } = await openTestRoom({}, { boardBytes: 60_000 });
    const create = aCreate();
    const many = Array.from({ length: 60 }, () => aCreate({ text: "b".repeat(1_000) }));
    await run(room, els, create, remove(create.cardId));
    await run(room, facilitator, ...many);

    expect(await run(room, els, restore(create.cardId))).toEqual(["board-full"]);
  });
});

describe("undo", () => {
  it("takes back what was done before a restart, and is done once", async () => {
    const { room, openAgain, cardId } = await aRoomWithCard();
    const before = await cardIn(room, cardId);
    const move = { op: "place", id: newId(), cardId, lever: "h02", x: 1, y: 2 } as const;
    const back = undo(move.id);
    await run(room, els, move);
    const second = await openAgain();

    expect(await run(second, els, back)).toEqual([undefined]);
    expect(await cardIn(second, cardId)).toEqual(before);
    const third = await openAgain();
    await run(third, els, { ...move, id: newId() });
    expect(await run(third, els, back)).toEqual([undefined]);
    expect(await run(third, piet, back)).toEqual(["id-in-use"]);
    expect((await cardIn(third, cardId))?.place.lever).toBe("h02");
  });

  it("brings a deleted card back from the bin, and undone again puts it there", async () => {
    const { room, openAgain, cardId } = await aRoomWithCard();
    const away = remove(cardId);
    const back = undo(away.id);
    await run(room, els, away);
    const again = await openAgain();

    await run(again, els, back);
    const restored = await cardIn(again, cardId);
    await run(again, els, undo(back.id));

    expect(restored?.text).toBe("Een bankje");
    expect(await again.binFor(els)).toMatchObject([{ cardId }]);
  });

  it("works on what the same message did", async () => {
    const { room, cardId } = await aRoomWithCard();
    const before = await cardIn(room, cardId);
    const [away, mark] = [remove(cardId), newId()];

    const refused = await run(
      room,
      els,
      { op: "label", id: mark, cardId, labels: {} },
      away,
      undo(away.id),
      undo(mark),
    );

    expect(refused).toEqual([undefined, undefined, undefined, undefined]);
    expect(await cardIn(room, cardId)).toEqual(before);
  });

  it("keeps no text of a card with the command", async () => {
    const { room, log, boardId, create, cardId } = await aRoomWithCard();
    const commands = [
      remove(cardId),
      restore(cardId),
      { op: "label", id: newId(), cardId, labels: {} },
      { op: "place", id: newId(), cardId, lever: null },
      { op: "rewrite", id: newId(), cardId, text: "Twee bankjes" },
    ] satisfies Command[];
    await run(room, els, ...commands);

    const inverses = await log.inversesOf(
      boardId,
      [create, ...commands].map(({ id }) => id),
    );

    expect(inverses.size).toBe(5);
    expect(JSON.stringify([...inverses])).not.toMatch(/bankje/);
  });
});

describe("every command", () => {
  const ops: Partial<Record<Command["op"], (cardId: string) => Command>> = {
    create: () => aCreate(),
    place: (cardId) => ({ op: "place", id: newId(), cardId, lever: "h02" }),
    rewrite: (cardId) => ({ op: "rewrite", id: newId(), cardId, text: "Twee bankjes" }),
    label: (cardId) => ({ op: "label", id: newId(), cardId, labels: {} }),
    delete: remove,
    restore,
    undo: (cardId) => ({ op: "undo", id: newId(), command: cardId }),
  };

  it.each(Object.entries(ops))("is done once, also after a restart: %s", async (op, make) => {
    const { room, openAgain, create, cardId } = await aRoomWithCard();
    const command = make(op === "undo" ? create.id : cardId);
    if (op === "restore") await run(room, els, remove(cardId));
    await run(room, els, command);
    const second = await openAgain();
    const before = await second.state();

    expect(await run(second, els, command)).toEqual([undefined]);
    expect(await run(second, piet, command)).toEqual(["id-in-use"]);
    expect((await second.state()).seq).toBe(before.seq);
  });
});

describe("judge and gate", () => {
  const phases = ["open", "toekomst"];
  const locks = [
    { board: false, levers: [] },
    { board: true, levers: [] },
    { board: false, levers: ["h01"] },
  ];
  const roles = ["participant", "facilitator", "scribe", "organiser"] as const;
  const cases = phases.flatMap((phase) =>
    locks.flatMap((lock) => roles.map((role) => ({ phase, lock, role }))),
  );

  it.each(cases)("say the same of texts for a $role in $phase with $lock", async (one) => {
    const { room, log, boardId, openAgain } = await openTestRoom();
    const actor = anActor(one.role);
    const [own, other] = [aCreate(), aCreate()];
    await run(room, actor, own);
    await run(room, els, other);
    const { seq } = await room.state();
    const update = await changeOf(room, (doc) => {
      metaOf(doc).set("phase", { id: one.phase, seq: 1, index: 1, startedAt: 0 });
      metaOf(doc).set("locks", one.lock);
    });
    await log.append(boardId, seq, { ...NO_ROWS, update });
    const later = await openAgain();

    for (const { cardId } of [own, other]) {
      const typed = await changeOf(later, (doc) => textsOf(doc).get(cardId)?.insert(0, "x"));
      const gate = await later.textEdit(actor, typed);
      const [judge] = await run(later, actor, { op: "rewrite", id: newId(), cardId, text: "y" });

      expect(gate.kind === "refuse" ? gate.code : undefined).toBe(judge);
    }
  });
});

const NO_ROWS = {
  ...{ owners: [], events: [], doneCommands: [], binned: [], restored: [], clients: [] },
  acts: [],
};

/** The update of a change made to a replica of the board. */
async function changeOf(room: Room, change: (doc: Y.Doc) => void): Promise<Uint8Array> {
  const replica = new Y.Doc();
  Y.applyUpdateV2(replica, (await room.state()).update);
  const before = Y.encodeStateVector(replica);
  change(replica);
  return Y.encodeStateAsUpdate(replica, before);
}
