import { type Actor, type Command, newId, type Phase, readyPlans, sessionOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import type { Room } from "../room/room.ts";
import { openTestRoom } from "../testing/index.ts";

const [els, piet] = [anActor(), anActor()];
const facilitator = anActor("facilitator");

async function goTo(room: Room, to: Phase["id"]): Promise<void> {
  const seq = await room.read((doc) => sessionOf(doc).phase.seq);
  await run(room, facilitator, { op: "phase", id: newId(), to, seq });
}
async function run(room: Room, actor: Actor, ...commands: Command[]): Promise<unknown[]> {
  const answers = await room.submit(actor, commands);
  return answers.map((answer) => ("refused" in answer ? answer.refused : undefined));
}

it.each(["hide", "delete"] as const)(
  "who names a place of before the %s of a card does not get its words out of the tail",
  async (op) => {
    const test = await openTestRoom({ plan: readyPlans.standard });
    await goTo(test.room, "discuss");
    const { seq, epoch } = await test.room.state();
    const create = aCreate({ text: "Onaardig" });
    await run(test.room, els, create);
    await run(test.room, facilitator, { op, id: newId(), cardId: create.cardId });
    await run(test.room, els, aCreate({ text: "Gewoon" }));

    const { socket } = await test.connect(piet, { kind: "own", since: { epoch, seq } });
    const again = await test.openAgain();

    const seen = socket.packets.map((packet) => new TextDecoder("latin1").decode(packet)).join("");
    expect(seen).toContain("Gewoon");
    expect(seen).not.toContain("Onaardig");
    expect(await again.read((doc) => JSON.stringify(doc.toJSON()))).not.toContain("Onaardig");
  },
);

it.each(["constructor", newId()])(
  "taking dots back from what never got any (%s) writes nothing, and breaks nothing",
  async (target) => {
    const test = await openTestRoom({ plan: readyPlans.standard });
    await goTo(test.room, "vote");
    const ballot = { on: "lever", dots: 3, isSecret: false } as const;
    await run(test.room, facilitator, { op: "ballot", id: newId(), change: "close" });
    await run(test.room, facilitator, { op: "ballot", id: newId(), change: "open", ballot });
    const before = await test.room.read((doc) => JSON.stringify(doc.toJSON()));

    expect(await run(test.room, els, { op: "vote", id: newId(), target, dots: 0 })).toEqual([
      undefined,
    ]);

    expect(await test.room.read((doc) => JSON.stringify(doc.toJSON()))).toBe(before);
    expect(test.troubles).toEqual([]);
  },
);

it("a list of cards to cluster counts as what it weighs, so that nobody fills the log with them", async () => {
  const test = await openTestRoom({ plan: readyPlans.standard }, { bytesPerSecond: 1_000 });
  await goTo(test.room, "discuss");
  const cards = Array.from({ length: 200 }, () => aCreate());
  await run(test.room, facilitator, ...cards);
  await goTo(test.room, "cluster");
  const members = cards.map(({ cardId }) => cardId);
  const clusterId = newId();

  const refused = await run(
    test.room,
    els,
    ...Array.from({ length: 40 }, (_, n): Command => {
      return { op: "cluster", id: newId(), clusterId, title: `${n}`, members };
    }),
  );

  expect(refused.filter((code) => code === "too-fast").length).toBeGreaterThan(20);
});
