import { newId, readyPlans, textsOf } from "@hefboom/board";
import { aBoard, aCreate, anActor, TEST_NOW } from "@hefboom/board/testing";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { aSession, FakeServer } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const leader = anActor("facilitator");
const els = anActor();

/** A board in its silent phase with one draft of Els. */
function aDraft(text: string) {
  const plan = readyPlans.standard.filter(({ hasDrafts, reveals }) => hasDrafts || reveals);
  const server = new FakeServer(aBoard({ plan }));
  const { cardId, ...create } = aCreate({ text });
  server.board.do(els, { ...create, cardId });
  return {
    server,
    cardId,
    reveal: () => server.board.do(leader, { op: "reveal", id: newId() }),
    onServer: () => textsOf(server.board.doc).get(cardId)?.toString(),
  };
}

it("sends the text of a draft whole, after a pause", async () => {
  const { server, cardId, onServer } = aDraft("Stil");
  await using session = aSession(server, { actor: els });
  await settle();
  const editing = session.editText(cardId);

  editing.change("Stil!");
  editing.change("Stil!!");
  await vi.advanceTimersByTimeAsync(1_000);

  expect(server.receivedCommands).toMatchObject([{ op: "rewrite", text: "Stil!!" }]);
  expect(session.view.cards.get(cardId)).toMatchObject({ text: "Stil!!", saving: "saved" });
  expect(onServer()).toBeUndefined();
});

it.each([0, 300])(
  "goes on when the card is shown while it is typed in, its content %i ms after the word of it",
  async (contentDelayMs) => {
    const { server, cardId, reveal, onServer } = aDraft("Een");
    await using session = aSession(server, { actor: els });
    await settle();
    server.contentDelayMs = contentDelayMs;
    const editing = session.editText(cardId);
    editing.change("Een, twee");
    await settle();

    reveal();
    await vi.advanceTimersByTimeAsync(20);
    editing.change(`${editing.text}, drie`);
    await vi.advanceTimersByTimeAsync(2_000);
    editing.change(`${editing.text}, vier`);
    await vi.advanceTimersByTimeAsync(2_000);

    expect(editing.text).toBe("Een, twee, drie, vier");
    expect(onServer()).toBe("Een, twee, drie, vier");
    expect(session.view.cards.get(cardId)).toMatchObject({ text: editing.text, saving: "saved" });
    expect(session.view.drawer).toEqual([]);
  },
);

it("keeps in the drawer what was typed too late to be saved", async () => {
  const { server, cardId, onServer } = aDraft("Een");
  await using session = aSession(server, { actor: els });
  await settle();
  const editing = session.editText(cardId);
  editing.change("Een, en nog iets");
  await settle();

  server.board.do(leader, { op: "phase", id: newId(), to: "reveal", seq: 0 });
  server.board.now = TEST_NOW + 3_000; // the grace is over
  await vi.advanceTimersByTimeAsync(2_000);

  expect(onServer()).toBe("Een");
  expect(editing.text).toBe("Een");
  expect(session.view.drawer).toMatchObject([
    { op: "rewrite", cardId, refused: "wrong-phase", text: "Een, en nog iets" },
  ]);
});

it("keeps in the drawer what is typed on in a card that was hidden meanwhile", async () => {
  const server = new FakeServer();
  const create = aCreate({ text: "Een" });
  const { cardId } = create;
  server.board.do(els, create);
  await using session = aSession(server, { actor: els });
  await settle();
  const editing = session.editText(cardId);
  editing.change("Een, twee");
  await settle();

  server.board.do(leader, { op: "hide", id: newId(), cardId });
  await settle();
  editing.change(`${editing.text}, drie`);
  await vi.advanceTimersByTimeAsync(2_000);

  expect(session.view.cards.get(cardId)).toMatchObject({ held: "hidden", text: "Een, twee" });
  expect(session.view.drawer).toMatchObject([
    { op: "rewrite", refused: "not-allowed", text: "Een, twee, drie" },
  ]);
});

const step = fc.record({
  op: fc.constantFrom(
    ...(["type", "type", "type", "wait", "wait", "reveal", "drop", "mute", "hear"] as const),
    ...(["slow", "fast", "open"] as const),
  ),
  at: fc.nat(99),
});

it("loses and doubles no letter, whenever the card is shown and whatever the network does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { server, cardId, reveal, onServer } = aDraft("-");
      await using session = aSession(server, { actor: els });
      await settle();
      let editing = session.editText(cardId);
      const typed: string[] = [];

      for (const [index, { op, at }] of steps.entries()) {
        if (op === "type") {
          const letter = String.fromCodePoint(0x4e00 + index);
          const position = at % (editing.text.length + 1);
          const { text } = editing;
          editing.change(text.slice(0, position) + letter + text.slice(position));
          typed.push(letter);
        }
        if (op === "open") {
          editing.close();
          editing = session.editText(cardId);
        }
        if (op === "reveal") reveal();
        if (op === "drop") server.drop();
        if (op === "mute" || op === "hear") server.isMute = op === "mute";
        if (op === "slow" || op === "fast") server.contentDelayMs = op === "slow" ? 200 : 0;
        await vi.advanceTimersByTimeAsync(op === "wait" ? at * 20 : at % 7);
      }
      server.isMute = false;
      server.drop();
      await vi.advanceTimersByTimeAsync(20_000);
      reveal();
      await vi.advanceTimersByTimeAsync(2_000);

      const text = onServer() ?? "";
      expect([...text].sort()).toEqual(["-", ...typed].sort());
      expect(session.view.cards.get(cardId)).toMatchObject({ text, saving: "saved" });
      expect(editing.text).toBe(text);
      expect(session.view.drawer).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
