import { placesOf, readCards } from "@hefboom/board";
import { anActor } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { FakePage, FakeServer, MemoryStore } from "../testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Trouble = "denied" | "hangs before" | "hangs after";

/** The storage that one page sees, of all pages' storage. */
class TroubledStore extends MemoryStore {
  trouble: Trouble | undefined;
  readonly #shared: MemoryStore;

  constructor(shared: MemoryStore) {
    super();
    this.#shared = shared;
  }

  override async update(change: Parameters<MemoryStore["update"]>[0]): Promise<void> {
    const { trouble } = this;
    if (trouble === "denied") throw new Error("storage is denied");
    if (trouble === "hangs before") await new Promise(() => undefined);
    await this.#shared.update(change);
    if (trouble === "hangs after") await new Promise(() => undefined);
  }

  override onChange(listener: () => void): () => void {
    return this.#shared.onChange(listener);
  }

  override goneCheck(): Promise<(page: string) => boolean> {
    return this.#shared.goneCheck();
  }
}

const later = (ms = 100) => vi.advanceTimersByTimeAsync(ms);
const note = (text: string) => ({ kind: "note", text, lever: "h01" }) as const;
const textsOn = (server: FakeServer) => readCards(server.board.doc).map(({ text }) => text);

/** Two pages of one person, without a connection. */
async function openOffline() {
  const server = new FakeServer();
  const shared = new MemoryStore();
  const actor = anActor();
  const open = () => {
    const store = new TroubledStore(shared);
    const page = new FakePage({ server, actor, store, storeMs: 2 });
    return { store, page, session: page.session };
  };
  const [here, there] = [open(), open()];
  await later();
  server.isDown = true;
  server.drop();
  await later();
  const leverOf = (cardId: string) => placesOf(server.board.doc).get(cardId)?.lever;
  const versions = () => {
    const contents = new Map<string, Set<string>>();
    for (const command of server.receivedCommands) {
      const known = contents.get(command.id) ?? new Set();
      contents.set(command.id, known.add(JSON.stringify(command)));
    }
    return Math.max(0, ...[...contents.values()].map(({ size }) => size));
  };
  return { server, shared, here, there, open, leverOf, versions };
}

it("sends nothing that another page still alters, when its own storage is denied for once", async () => {
  const { server, here, there, leverOf, versions } = await openOffline();
  const cardId = there.session.create(note("daar"));
  await later();
  here.store.trouble = "denied";
  here.session.create(note("hier"));
  await later(10);
  server.isDown = false;
  here.session.wake();
  await later(6);
  here.store.trouble = undefined;

  there.session.place(cardId, { lever: "h02" });
  await later(60_000);

  expect(versions()).toBe(1);
  expect(leverOf(cardId)).toBe("h02");
  expect(textsOn(server).sort()).toEqual(["daar", "hier"]);
});

it("sends nothing of a page that is gone from what it knew before its storage hung", async () => {
  const { server, shared, here, there, versions } = await openOffline();
  const cardId = there.session.create(note("daar"));
  await later();
  here.store.trouble = "hangs before";
  here.session.create(note("hier"));
  await later(20);
  there.session.place(cardId, { lever: "h02" });
  await later();
  server.isDown = false;
  server.isMute = true;
  there.session.wake(); // it is sent, and never answered
  await later();
  there.page.crash();
  shared.alive = new Set([here.page.id]);
  server.isMute = false;

  here.session.wake();
  await later(30_000);

  expect(versions()).toBe(1);
  expect(textsOn(server)).toContain("hier");
});

it("sends its own card past what waits for others, however much that is", async () => {
  const { server, here, there } = await openOffline();
  for (let n = 0; n < 5; n += 1) there.session.create(note("x".repeat(11_000)));
  await later();
  here.store.trouble = "hangs before";
  here.session.create(note("hier"));
  await later(20);
  there.page.sleep();
  server.isDown = false;

  here.session.wake();
  await later(10_000);

  expect(textsOn(server)).toContain("hier");
});

it.each(["a card held back", "letters"])(
  "sends %s by a page that is gone, though storage is full for good",
  async (what) => {
    const { server, shared, there, open } = await openOffline();
    if (what === "letters") server.isDown = false;
    const cardId = there.session.create(note("daar"));
    await later(what === "letters" ? 3_000 : 100);
    server.isDown = true;
    server.drop();
    await later();
    there.session.editText(cardId).change("daar en meer");
    await later(what === "letters" ? 1_000 : 20);
    there.page.crash();
    shared.isFull = true;
    server.isDown = false;

    open();
    await later(60_000);

    expect(textsOn(server)).toEqual(["daar en meer"]);
  },
);
