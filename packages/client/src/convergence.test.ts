import { type Actor, readCards, textsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { BoardSession } from "./board-session.ts";
import type { TextEditing } from "./board-session-api.ts";
import { aSession, FakeServer, MemoryStore } from "./testing/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ op: fc.constant("type"), who: fc.nat(1), at: fc.nat(99) }) },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constant("create"), who: fc.nat(1), at: fc.nat(99) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constantFrom("drop", "mute", "down", "up", "fail", "lock", "heal"),
      who: fc.nat(1),
      at: fc.nat(99),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant("reload"), who: fc.nat(1), at: fc.nat(99) }),
  },
  { weight: 3, arbitrary: fc.record({ op: fc.constant("wait"), who: fc.nat(1), at: fc.nat(99) }) },
);

/** One person with a page that can be loaded again, typing in one card. */
class Person {
  readonly #store = new MemoryStore();
  readonly #server: FakeServer;
  readonly #actor: Actor;
  readonly #cardId: string;
  session: BoardSession;
  #editing: TextEditing | undefined;

  constructor(server: FakeServer, actor: Actor, cardId: string) {
    this.#server = server;
    this.#actor = actor;
    this.#cardId = cardId;
    this.session = this.#open();
  }

  /** @returns false while the card is not on the screen */
  type(letter: string, at: number): boolean {
    if (!this.session.view.cards.has(this.#cardId)) return false;
    this.#editing ??= this.session.editText(this.#cardId);
    const { text } = this.#editing;
    const position = at % (text.length + 1);
    this.#editing.change(text.slice(0, position) + letter + text.slice(position));
    return true;
  }

  async reload(): Promise<void> {
    await this.session[Symbol.asyncDispose]();
    this.#editing = undefined;
    this.session = this.#open();
  }

  #open(): BoardSession {
    return aSession(this.#server, { actor: this.#actor, store: this.#store });
  }
}

const notesOf = (server: FakeServer) =>
  readCards(server.board.doc)
    .filter(({ place }) => place.lever === "h02")
    .map(({ text }) => text);

it("loses and doubles nothing, whatever the network and the pages do", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const server = new FakeServer();
      const author = anActor();
      const create = aCreate({ text: "-" });
      server.board.do(author, create);
      const people = [author, anActor("facilitator")].map(
        (actor) => new Person(server, actor, create.cardId),
      );
      const typed: string[] = [];
      const made: string[] = [];
      await vi.advanceTimersByTimeAsync(100);

      for (const [index, { op, who, at }] of steps.entries()) {
        const person = people[who] ?? people[0];
        const letter = String.fromCodePoint(0x4e00 + index);
        if (op === "type" && person?.type(letter, at)) typed.push(letter);
        if (op === "create") {
          made.push(letter);
          person?.session.create({ kind: "note", text: letter, lever: "h02" });
        }
        if (op === "reload") await person?.reload();
        if (op === "drop" || op === "down") server.drop();
        if (op === "mute") server.isMute = true;
        if (op === "down") server.isDown = true;
        if (op === "up") server.isDown = false;
        if (op === "fail") server.board.refuse = () => "cannot-save";
        if (op === "lock") server.board.refuse = () => "locked";
        if (op === "heal") server.board.refuse = () => undefined;
        await vi.advanceTimersByTimeAsync(op === "wait" ? at * 20 : at % 7);
      }
      server.isMute = false;
      server.isDown = false;
      server.board.refuse = () => undefined;
      server.drop();
      await vi.advanceTimersByTimeAsync(40_000);

      const text = textsOf(server.board.doc).get(create.cardId)?.toString() ?? "";
      const drawers = people.flatMap(({ session }) => session.view.drawer);
      const inDrawers = drawers.map((entry) => entry.text).join("");
      const notes = notesOf(server);
      expect(new Set(text).size).toBe([...text].length);
      expect(typed.filter((letter) => !(text + inDrawers).includes(letter))).toEqual([]);
      expect(new Set(notes).size).toBe(notes.length);
      expect(made.filter((letter) => !(notes.join("") + inDrawers).includes(letter))).toEqual([]);
      for (const { session } of people) {
        const { cards, cardIdsOn, pendingCount } = session.view;
        expect(cards.get(create.cardId)?.text).toBe(text);
        expect((cardIdsOn.get("h02") ?? []).map((id) => cards.get(id)?.text)).toEqual(notes);
        expect(pendingCount).toBe(0);
        if (!steps.some(({ op }) => op === "lock")) expect(inDrawers).toBe("");
        await session[Symbol.asyncDispose]();
      }
    }),
    { numRuns: 80 },
  );
});
