import { type Actor, isStorable, TEXT_MAX_LENGTH_TYPED, textsOf } from "@hefboom/board";
import * as prng from "lib0/prng";
import * as Y from "yjs";

import { openTestRoom, type TestRoom } from "../open-test-room.ts";
import { type BoardSnapshot, changedIds, isSameState, snapshotOf } from "./board-snapshot.ts";
import { fuzzId, honestCommand, hostileCommand } from "./fuzz-commands.ts";
import { FuzzPerson } from "./fuzz-person.ts";
import { hostileUpdate } from "./hostile-update.ts";

const MESSAGES_PER_ROOM = 250;

/** How often each outcome came; all of them must come, or the fuzz tests less than it says. */
export type FuzzCounts = Record<
  "applied" | "nothing" | "refused" | "saved" | "refusedCommands",
  number
>;

/**
 * Lets honest and hostile people send at least `messages` updates and commands through rooms.
 * @throws {Error} naming the seed, when something honest is refused, something refused changed anything, something
 * accepted broke a rule, or two readers see different boards
 */
export async function runGateFuzz(seed: number, messages: number): Promise<FuzzCounts> {
  const counts: FuzzCounts = { applied: 0, nothing: 0, refused: 0, saved: 0, refusedCommands: 0 };
  const sent = () => Object.values(counts).reduce((sum, count) => sum + count, 0);
  for (let room = 0; sent() < messages; room += 1) {
    try {
      const fuzz = await FuzzRoom.open(prng.create(seed * 1_000_003 + room), counts);
      for (const end = sent() + MESSAGES_PER_ROOM; sent() < end; ) await fuzz.step();
      await fuzz.finish();
    } catch (cause) {
      throw new Error(`seed ${seed}, room ${room}: ${String(cause)}`, { cause });
    }
  }
  return counts;
}

/** One room with its people, and what it must look like. */
class FuzzRoom {
  readonly #opened: TestRoom;
  readonly #chance: prng.PRNG;
  readonly #counts: FuzzCounts;
  readonly #people: FuzzPerson[];
  #before: BoardSnapshot;

  static async open(chance: prng.PRNG, counts: FuzzCounts): Promise<FuzzRoom> {
    const opened = await openTestRoom({}, { bytesPerSecond: 1e12 });
    const fuzz = new FuzzRoom(opened, chance, counts, await opened.room.read(snapshotOf));
    for (const person of fuzz.#people) await fuzz.#begin(person);
    return fuzz;
  }

  private constructor(
    opened: TestRoom,
    chance: prng.PRNG,
    counts: FuzzCounts,
    before: BoardSnapshot,
  ) {
    this.#opened = opened;
    this.#chance = chance;
    this.#counts = counts;
    this.#before = before;
    const roles = ["participant", "participant", "participant", "facilitator"] as const;
    this.#people = roles.map((role) => {
      const actor: Actor = { personId: fuzzId(chance), role, consent: "none" };
      // Far from one another, so that a changed byte does not make one out of another.
      return new FuzzPerson(actor, prng.uint32(chance, 1, 2 ** 27) * 16);
    });
  }

  /** Everybody makes a card and types in it, so that each clientID has its owner. */
  async #begin(person: FuzzPerson): Promise<void> {
    const create = honestCommand(person, this.#chance, "create");
    await this.#submit(person, create, true);
    await this.#hear(person);
    person.type(create.cardId, this.#chance);
    await this.#send(person);
  }

  async step(): Promise<void> {
    const person = prng.oneOf(this.#chance, this.#people);
    const dice = prng.int32(this.#chance, 0, 99);
    if (dice < 30) this.#type(person);
    else if (dice < 50) await this.#send(person);
    else if (dice < 60) await this.#hear(person);
    else if (dice < 68) await this.#submit(person, honestCommand(person, this.#chance), true);
    else if (dice < 72) await this.#edit(person, Y.encodeStateAsUpdate(person.doc), true);
    else await this.#attack();
  }

  /** All meet: everybody who reads, now or after a restart, must read the same. */
  async finish(): Promise<void> {
    for (const person of this.#people) await this.#send(person);
    for (const person of this.#people) await this.#hear(person);
    const joiner = new Y.Doc();
    Y.applyUpdateV2(joiner, (await this.#opened.room.state()).update);
    const restarted = await this.#opened.openAgain();
    const readers = [joiner, ...this.#people.map(({ doc }) => doc)].map(snapshotOf);
    for (const one of [...readers, await restarted.read(snapshotOf)]) {
      this.#mustBe(one.isWhole, "a reader waits for something that never comes");
      this.#mustBe(one.rest === this.#before.rest, "readers see different boards");
      this.#mustBe(changedIds(one.facts, this.#before.facts).length === 0, "cards differ");
      this.#mustBe(changedIds(one.texts, this.#before.texts).length === 0, "texts differ");
    }
    this.#mustBe(this.#opened.troubles.length === 0, `trouble: ${this.#opened.troubles[0]}`);
  }

  #type(person: FuzzPerson): void {
    const { role } = person.actor;
    const ids = role === "facilitator" ? [...textsOf(person.doc).keys()] : person.own;
    if (ids.length > 0) person.type(prng.oneOf(this.#chance, [...ids]), this.#chance);
  }

  async #send(person: FuzzPerson): Promise<void> {
    const update = person.takeUnsent();
    if (update !== undefined) await this.#edit(person, update, true);
  }

  async #hear(person: FuzzPerson): Promise<void> {
    await this.#send(person);
    const vector = Y.encodeStateVector(person.doc);
    person.hear(await this.#opened.room.read((doc) => Y.encodeStateAsUpdate(doc, vector)));
  }

  async #attack(): Promise<void> {
    const [thief, victim] = [0, 1].map(() => prng.oneOf(this.#chance, this.#people.slice(0, 3)));
    if (thief === undefined || victim === undefined) return;
    if (prng.int32(this.#chance, 0, 3) === 0) {
      await this.#submit(thief, hostileCommand(thief, this.#people, this.#chance), false);
    } else {
      await this.#edit(thief, hostileUpdate(thief, victim, this.#chance), false);
    }
  }

  async #edit(person: FuzzPerson, update: Uint8Array, isHonest: boolean): Promise<void> {
    const outcome = await this.#opened.room.textEdit(person.actor, update);
    const { kind } = outcome;
    const reason = "reason" in outcome ? outcome.reason : "";
    const isIn = kind === "apply" || kind === "nothing";
    this.#mustBe(isIn || !isHonest, `refused something honest: ${kind} ${reason}`);
    this.#counts[kind === "apply" ? "applied" : isIn ? "nothing" : "refused"] += 1;
    const after = await this.#opened.room.read(snapshotOf);
    if (kind !== "apply")
      this.#mustBe(isSameState(this.#before, after), `${kind} changed something`);
    this.#mustBe(changedIds(this.#before.facts, after.facts).length === 0, "changed facts");
    this.#check(person, after);
  }

  async #submit(person: FuzzPerson, command: { cardId: string }, isHonest: boolean): Promise<void> {
    const [answer] = await this.#opened.room.submit(person.actor, [command]);
    const isSaved = answer !== undefined && "saved" in answer;
    this.#mustBe(isSaved || !isHonest || isGone(answer), `refused: ${JSON.stringify(answer)}`);
    this.#counts[isSaved ? "saved" : "refusedCommands"] += 1;
    const after = await this.#opened.room.read(snapshotOf);
    if (!isSaved)
      this.#mustBe(isSameState(this.#before, after), "a refused command changed something");
    const changed = changedIds(this.#before.facts, after.facts);
    this.#mustBe(
      changed.every((id) => id === command.cardId),
      "changed another card",
    );
    this.#check(person, after);
  }

  /** What holds after everything, whoever sent it. */
  #check({ actor, own }: FuzzPerson, after: BoardSnapshot): void {
    this.#mustBe(after.isWhole, "left something pending");
    this.#mustBe(after.rest === this.#before.rest, "changed something beside the cards");
    const isStaff = actor.role !== "participant";
    for (const id of changedIds(this.#before.facts, after.facts)) {
      this.#mustBe(isStaff || own.includes(id), "changed a card of another");
    }
    for (const id of changedIds(this.#before.texts, after.texts)) {
      this.#mustBe(isStaff || own.includes(id), "changed a text of another");
      this.#mustBe(isPlain(after.texts.get(id)), "put something into a text that is no text");
    }
    this.#before = after;
  }

  #mustBe(isSo: boolean, what: string): void {
    if (!isSo) throw new Error(what);
  }
}

/** Somebody deleted the card before; that is an answer, not a fault. */
const isGone = (answer: unknown) => JSON.stringify(answer)?.includes('"not-found"') ?? false;

function isPlain(delta = "[]"): boolean {
  // It was written by `snapshotOf`, out of Y.Text.toDelta().
  const parts = JSON.parse(delta) as { insert: unknown; attributes?: unknown }[];
  const text = parts.map(({ insert }) => insert).join("");
  return (
    parts.every(({ insert, attributes }) => typeof insert === "string" && !attributes) &&
    isStorable(text) &&
    text.length <= TEXT_MAX_LENGTH_TYPED
  );
}
