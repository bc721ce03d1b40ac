import { LogError, type RoomApi, type RoomHubApi } from "@hefboom/sync";

import { newSecret } from "../access/secret.ts";
import type { Erasure, ErasureStore } from "./erasure-store.ts";
import { Turns } from "./turns.ts";

export interface EraserDeps {
  store: ErasureStore;
  hub: Pick<RoomHubApi, "room" | "renew" | "closeSockets" | "drop">;
  /** Rewrites a board's log as what is on the board now, without what once was. */
  collect(boardId: string): Promise<unknown>;
  /** Puts on a board, whose rehearsal was cleared, what it begins with. */
  refill(boardId: string): Promise<void>;
  /** Keeps the list where a restored copy of the database cannot undo it. */
  remember(erasure: Erasure): void;
  report(error: unknown, boardId: string): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** Least time between two erasings on a board, in ms: each sends everybody on it away for a moment. */
  restMs?: number;
}

const REST_MS = 30_000;

type What = Pick<Erasure, "boardId" | "kind" | "target">;

/** The journal cannot be emptied while somebody reads from it; a reading takes seconds at most. */
const JOURNAL_TRIES = 50;
const JOURNAL_PAUSE_MS = 200;

/**
 * Erases a person's words, a card, a rehearsal or a board to the last byte, as jobs that go on after a restart. Done means: no byte
 * of it is left in the document, the log, the tables or the journal.
 */
export class Eraser implements AsyncDisposable {
  readonly #deps: EraserDeps;
  readonly #running = new Set<Promise<void>>();
  /** Jobs that are not over, by what they erase: who asks again gets the same one. */
  readonly #jobs = new Map<string, Promise<string>>();
  /** What the next turn of a board erases: all of it under one new epoch. */
  readonly #waiting = new Map<string, Erasure[]>();
  readonly #turns: Turns;
  #isStopping = false;

  constructor(deps: EraserDeps) {
    this.#deps = deps;
    const work = (boardId: string) => this.#eraseWaiting(boardId);
    this.#turns = new Turns({ restMs: deps.restMs ?? REST_MS, work });
  }

  /** @returns the job, which is kept: it is done even if this process ends now */
  start(what: What): Promise<string> {
    const key = [what.boardId, what.kind, what.target].join();
    const known = this.#jobs.get(key);
    if (known !== undefined) return known;
    const job = this.#begin(what, () => this.#jobs.delete(key));
    this.#jobs.set(key, job);
    return job;
  }

  /** As `start`, for who wants to wait until it is done. */
  async finish(what: What): Promise<void> {
    const erasure = await this.#add(what);
    await this.#erase(erasure);
    await this.#deps.store.setState(erasure.job, "done");
  }

  /** Goes on with what an earlier process did not finish, and tries again what failed: nobody can ask for it any more. */
  async resume(): Promise<void> {
    for (const erasure of await this.#deps.store.erasures()) {
      if (isOpen(erasure)) this.#own(this.#run(erasure));
    }
  }

  /** Does what is on the list once more, in a copy that was made before. @returns how many that copy did not know of */
  async again(erasures: readonly Erasure[]): Promise<number> {
    const { store } = this.#deps;
    const known = new Map((await store.erasures()).map((erasure) => [erasure.job, erasure]));
    let done = 0;
    for (const erasure of erasures) {
      if (!isOpen(known.get(erasure.job)) || (await this.#isOvertaken(erasure))) continue;
      await store.add(erasure);
      await this.#erase(erasure);
      await store.setState(erasure.job, "done");
      done += 1;
    }
    return done;
  }

  /** A copy that does not know of a clearing and goes on after it comes from elsewhere, and holds what followed there. */
  async #isOvertaken({ kind, boardId, at }: Erasure): Promise<boolean> {
    return kind === "rehearsal" && (await this.#deps.store.hasChangedSince(boardId, at));
  }

  /** The server stops: what fails from now on is no failure, and goes on after the next start. */
  leaveTheRest(): void {
    this.#isStopping = true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.leaveTheRest();
    await this.#turns[Symbol.asyncDispose]();
    await Promise.all(this.#running);
  }

  async #begin(what: What, over: () => void): Promise<string> {
    try {
      const erasure = await this.#add(what);
      this.#own(this.#run(erasure).finally(over));
      return erasure.job;
    } catch (error) {
      over();
      throw error;
    }
  }

  async #add({ boardId, kind, target }: What): Promise<Erasure> {
    const at = this.#deps.now();
    const erasure: Erasure = { job: newSecret(), boardId, kind, target, at, state: "running" };
    this.#deps.remember(erasure);
    await this.#deps.store.add(erasure);
    return erasure;
  }

  #own(work: Promise<void>): void {
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  async #run(erasure: Erasure): Promise<void> {
    const { store, report } = this.#deps;
    try {
      await this.#erase(erasure);
      await store.setState(erasure.job, "done");
    } catch (error) {
      if (this.#isStopping) return; // it stays on the list, and goes on after the start
      report(error, erasure.boardId);
      await store.setState(erasure.job, "failed").catch((again) => report(again, erasure.boardId));
    }
  }

  async #erase(erasure: Erasure): Promise<void> {
    const { store, hub } = this.#deps;
    const { boardId, kind } = erasure;
    if (kind === "board") {
      await store.eraseRows(erasure);
      await hub.drop(boardId);
      await this.#emptyJournal();
      return;
    }
    this.#waiting.set(boardId, [...(this.#waiting.get(boardId) ?? []), erasure]);
    await this.#turns.take(boardId);
  }

  /** Takes words off the board, out of its log and the journal, and everybody's replica with them. */
  async #eraseWaiting(boardId: string): Promise<void> {
    const erasures = this.#waiting.get(boardId) ?? [];
    this.#waiting.delete(boardId);
    const room = await this.#roomOf(boardId);
    if (room === undefined) return;
    const { collect, hub } = this.#deps;
    for (const erasure of erasures) await this.#takeOff(room, erasure);
    await collect(boardId);
    await hub.renew(boardId);
    if (erasures.some(({ kind }) => kind === "rehearsal")) await this.#deps.refill(boardId);
    await this.#emptyJournal();
  }

  async #takeOff(room: RoomApi, erasure: Erasure): Promise<void> {
    if (erasure.kind === "rehearsal") return this.#clear(room, erasure);
    const { store, hub } = this.#deps;
    const { boardId, kind, target } = erasure;
    const sendAway = async () => {
      if (kind === "person") await hub.closeSockets(boardId, (personId) => personId === target);
    };
    if (kind === "person") await store.dismissPerson(boardId, target); // nothing more comes of them
    await sendAway(); // what they still sent is in the room's queue before the erasing, not after it
    await room.erase(kind === "person" ? { personId: target } : { cardId: target });
    await store.eraseRows(erasure);
    await sendAway(); // and who came back meanwhile
  }

  /** Who was on it can do nothing any more before it is cleared; nobody who comes in meanwhile is sent away for it. */
  async #clear(room: RoomApi, erasure: Erasure): Promise<void> {
    const { store, hub } = this.#deps;
    const dismissed = new Set(await store.dismiss(erasure.boardId));
    await hub.closeSockets(erasure.boardId, (personId) => dismissed.has(personId));
    await room.clear();
    await store.eraseRows(erasure);
  }

  /** `undefined` when the board is gone, with everything that was on it. */
  async #roomOf(boardId: string): Promise<RoomApi | undefined> {
    try {
      return await this.#deps.hub.room(boardId);
    } catch (error) {
      if (error instanceof LogError && error.code === "LOG_MISSING") return undefined;
      throw error;
    }
  }

  async #emptyJournal(): Promise<void> {
    for (let tries = 0; tries < JOURNAL_TRIES; tries += 1) {
      if (await this.#deps.store.emptyJournal()) return;
      await new Promise((resolve) => setTimeout(resolve, JOURNAL_PAUSE_MS));
    }
    throw new Error("the journal could not be emptied: something reads the database all the time");
  }
}

/**
 * Whether it is still to be done. A clearing that failed is not tried again later: a workshop may have begun since, and
 * who leads can ask for it again.
 * @param known absent: nothing was done of it yet
 */
function isOpen(known: Erasure | undefined): boolean {
  if (known === undefined || known.state === "running") return true;
  return known.state === "failed" && known.kind !== "rehearsal";
}
