import { readCards } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { FakePage, FakeServer, MemoryStore } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const note = (text: string) => ({ kind: "note", text, lever: "h01" }) as const;

function aBrowser() {
  const server = new FakeServer();
  const store = new MemoryStore();
  const actor = anActor();
  return {
    server,
    store,
    actor,
    open: (storeMs = 0) => new FakePage({ server, actor, store, storeMs }),
  };
}
const notesOf = (server: FakeServer) => readCards(server.board.doc).map(({ text }) => text);
const storedNotes = ({ stored }: MemoryStore) =>
  stored?.pending.map(({ command }) => ("text" in command ? command.text : ""));
const notesSeen = ({ session }: FakePage) => [...session.view.cards.values()].map((c) => c.text);

it("shows in each page what is pending in the other", async () => {
  const { server, open } = aBrowser();
  const [first, second] = [open(), open()];
  await settle();
  server.isDown = true;
  server.drop();
  await settle();

  const cardId = first.session.create(note("Nog niet verstuurd"));
  await settle();

  expect(second.session.view.cards.get(cardId)).toMatchObject({ saving: "on-device", isOwn: true });
  expect(second.session.view.pendingCount).toBe(1);
});

it("sends once what both pages know of, and both learn of the answer", async () => {
  const { server, open } = aBrowser();
  server.isDown = true;
  const [first, second] = [open(), open()];
  await settle();
  first.session.create(note("Een"));
  second.session.create(note("Twee"));
  await settle();
  server.isDown = false;

  first.session.wake();
  second.session.wake();
  await settle();

  expect(notesOf(server).sort()).toEqual(["Een", "Twee"]);
  expect(server.receivedIds).toHaveLength(2);
  for (const { session } of [first, second]) expect(session.view.pendingCount).toBe(0);
});

it("shows a refusal in both pages, and tries again or throws away in both", async () => {
  const { server, open } = aBrowser();
  const [first, second] = [open(), open()];
  await settle();
  server.board.refuse = () => "locked";
  first.session.create(note("Geweigerd"));
  await settle();
  const inDrawers = [first, second].map(({ session }) => session.view.drawer);
  server.board.refuse = () => undefined;

  second.session.retry(inDrawers[1]?.[0]?.id ?? "");
  await settle();

  expect(inDrawers[0]).toMatchObject([{ refused: "locked", text: "Geweigerd" }]);
  expect(inDrawers[1]).toEqual(inDrawers[0]);
  expect(first.session.view.drawer).toEqual([]);
  expect(notesOf(server)).toEqual(["Geweigerd"]);
});

it("takes the place of a page that crashed within ten seconds", async () => {
  const { server, open } = aBrowser();
  const [holder, other] = [open(), open()];
  await settle();
  server.isMute = true;
  holder.session.create(note("Van de houder"));
  await settle();
  holder.crash();
  server.isMute = false;
  other.session.create(note("Van de ander"));
  await settle();
  const atOnce = other.session.view.pendingCount;

  await vi.advanceTimersByTimeAsync(10_000);

  expect(atOnce).toBe(2);
  expect(other.session.view.pendingCount).toBe(0);
  expect(notesOf(server).sort()).toEqual(["Van de ander", "Van de houder"]);
});

it("takes it at once when the browser says that the page is gone, or the page said so itself", async () => {
  const { server, store, open } = aBrowser();
  const [crashing, leaving] = [open(), open()];
  await settle();
  server.isMute = true;
  crashing.session.create(note("Een"));
  await settle();
  crashing.crash();
  server.isMute = false;

  const last = open();
  store.alive = new Set([leaving.id, last.id]);
  await settle();
  const afterCrash = notesOf(server).length;
  server.isMute = true;
  leaving.session.create(note("Twee"));
  await settle();
  await leaving.session.leave();
  server.isMute = false;
  last.session.create(note("Drie"));
  await settle();

  expect(afterCrash).toBe(1);
  expect(notesOf(server).sort()).toEqual(["Drie", "Een", "Twee"]);
  expect(last.session.view.pendingCount).toBeLessThanOrEqual(1);
});

it("sends letters that a crashed page left, from another page", async () => {
  const { server, actor, open } = aBrowser();
  const create = aCreate({ text: "half" });
  server.board.do(actor, create);
  const [typing, other] = [open(), open()];
  await settle();
  server.isMute = true;
  server.board.refuse = () => "cannot-save";
  typing.session.editText(create.cardId).change("half en heel");
  await settle();
  typing.crash();
  server.isMute = false;
  server.board.refuse = () => undefined;
  other.session.create(note("Iets"));

  await vi.advanceTimersByTimeAsync(10_000);
  other.session.create(note("Nog iets"));
  await settle();

  expect(notesOf(server)).toContain("half en heel");
});

const step = fc.record({
  op: fc.constantFrom(
    ...(["open", "crash", "close", "sleep", "wake", "drop", "down", "up", "mute", "hear"] as const),
    ...(["create", "change", "change", "move", "move", "wait", "wait"] as const),
  ),
  who: fc.nat(7),
  forMs: fc.nat(4_000),
});

it("does each command exactly once, whatever pages open, crash, close and sleep", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { server, store, open } = aBrowser();
      let pages = [open(2), open(5)];
      let made: string[] = [];
      await settle();

      for (const [index, { op, who, forMs }] of steps.entries()) {
        const page = pages[who % Math.max(1, pages.length)];
        if (op === "open" && pages.length < 4) pages.push(open(forMs % 9));
        if (op === "crash" && page !== undefined) {
          page.crash();
          const kept = [...(storedNotes(store) ?? []), ...notesOf(server)];
          made = made.filter((text) => kept.includes(text)); // what was not even stored may be gone
        }
        if (op === "close" && page?.isAwake) void page.session[Symbol.asyncDispose]();
        if (op === "crash" || (op === "close" && page?.isAwake)) {
          pages = pages.filter((other) => other !== page);
        }
        if (op === "sleep") page?.sleep();
        if (op === "wake") page?.wake();
        if (op === "drop" || op === "down") server.drop();
        if (op === "down" || op === "up") server.isDown = op === "down";
        if (op === "mute" || op === "hear") server.isMute = op === "mute";
        if ((op === "create" || op === "change") && page?.isAwake) {
          made.push(`kaart ${index}`);
          const cardId = page.session.create(note(`kaart ${index}`));
          if (op === "change") {
            await vi.advanceTimersByTimeAsync(forMs % 20);
            page.session.place(cardId, { lever: "h03" });
          }
        }
        const [cardId] = page?.session.view.cards.keys() ?? [];
        if (op === "move" && page?.isAwake && cardId !== undefined) {
          page.session.place(cardId, { lever: "h02" });
        }
        await vi.advanceTimersByTimeAsync(op === "wait" ? forMs : 1 + (forMs % 5));
      }
      server.isDown = false;
      server.isMute = false;
      server.drop();
      for (const page of pages) page.wake();
      pages.push(open());
      await vi.advanceTimersByTimeAsync(60_000);

      const contents = new Map<string, Set<string>>();
      for (const command of server.receivedCommands) {
        const known = contents.get(command.id) ?? new Set();
        contents.set(command.id, known.add(JSON.stringify(command)));
      }
      const done = notesOf(server);
      expect(made.filter((text) => !done.includes(text))).toEqual([]);
      expect(new Set(done).size).toBe(done.length);
      expect([...contents.values()].filter(({ size }) => size > 1)).toEqual([]);
      for (const page of pages) {
        expect(page.session.view.pendingCount).toBe(0);
        expect(page.session.view.drawer).toEqual([]);
        expect(notesSeen(page).sort()).toEqual([...done].sort());
      }
      vi.clearAllTimers();
    }),
    {
      numRuns: 100,
      examples: [
        // A page sleeps with another's unsent create in its hands, which then is moved, and wakes with storage "failing".
        [
          [
            { op: "down", who: 0, forMs: 0 },
            { op: "change", who: 0, forMs: 532 },
            { op: "sleep", who: 3, forMs: 0 },
            { op: "wait", who: 0, forMs: 2346 },
            { op: "wait", who: 0, forMs: 622 },
            { op: "open", who: 0, forMs: 0 },
            { op: "change", who: 0, forMs: 79 },
          ],
        ],
      ],
    },
  );
});
