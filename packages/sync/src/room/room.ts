import {
  type Actor,
  type BinnedCard,
  type Card,
  type CardOwner,
  type Command,
  hasHiddenAuthors,
  isAlwaysAllowed,
  newId,
  type Person,
  readCards,
} from "@hefboom/board";
import { type Answer, closeCode, type HeardPresence } from "@hefboom/contract/messages";
import type * as Y from "yjs";

import { Asides } from "../aside/asides.ts";
import { Audience } from "../audience/audience.ts";
import { CatchUps } from "../audience/catch-ups.ts";
import type { Outlet } from "../audience/outlet.ts";
import type { Batch, Erasing } from "../batch/batch.ts";
import { binFor } from "../batch/past/bin-for.ts";
import { headingsBy } from "../batch/past/headings-by.ts";
import type { Act, BoardLog, BookChanges, Seq } from "../board-log.ts";
import { commandPortions } from "../commit/command-portions.ts";
import { Committer } from "../commit/committer.ts";
import { type Outcome, promisedTask, taskFor } from "../commit/room-task.ts";
import type { GateVerdict } from "../gate/gate-verdict.ts";
import { PersonBudget } from "../limits/person-budget.ts";
import type { RoomLimits } from "../limits/room-limits.ts";
import { RoomPresence } from "../presence/room-presence.ts";
import type { EssayQuote, RoomApi } from "../room-api.ts";
import { encodedState, openRoomState, type RoomState } from "../state/room-state.ts";
import { batchTickMs } from "../time/crowd-tick.ts";
import { CannotSaveError } from "./cannot-save-error.ts";
import { type Difference, differenceTo } from "./difference-to.ts";
import { DueCards } from "./due-cards.ts";
import { type Entrance, entranceTo } from "./entrance.ts";
import { quoteCardId, quoteCommands } from "./essay-quotes.ts";
import type { RoomConnection } from "./room-connection.ts";
import { takeThinned } from "./take-thinned.ts";

export type EditOutcome = GateVerdict | { kind: "cannot-save" | "too-fast" };

export interface RoomDeps {
  log: BoardLog;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Milliseconds of a clock that only goes forward; the process's own when absent. */
  elapsed?: () => number;
  /** Where trouble is told; it never holds text of the board. */
  report: (error: unknown, boardId: string) => void;
  limits: RoomLimits;
}

/** One open board of this process: judges, stores, and then shows. */
export class Room implements RoomApi {
  readonly boardId: string;
  readonly #deps: RoomDeps;
  readonly #committer: Committer;
  readonly #presence: RoomPresence;
  readonly #connections = new Set<RoomConnection>();
  readonly #budget: PersonBudget;
  readonly #audience: Audience;
  readonly #catchUps = new CatchUps();
  readonly #asides: Asides;
  readonly #due = new DueCards({
    change: (run) => this.#change([], run),
    read: (read) => this.#committer.read(read),
  });
  #isHidden: boolean;

  static async open(boardId: string, deps: RoomDeps): Promise<Room> {
    return new Room(boardId, await openRoomState(boardId, deps.log, deps.limits), deps);
  }

  private constructor(boardId: string, state: RoomState, deps: RoomDeps) {
    this.boardId = boardId;
    this.#deps = deps;
    this.#isHidden = hasHiddenAuthors(state.doc);
    const { log, now, limits, elapsed = () => performance.now() } = deps;
    this.#budget = new PersonBudget(limits.bytesPerSecond, elapsed);
    this.#asides = new Asides(this.#connections, state, now);
    this.#audience = new Audience(state, (outlet) => this.#endStale(outlet));
    this.#presence = new RoomPresence({
      now,
      elapsed,
      limits,
      serverClientId: state.doc.clientID,
      isHidden: () => this.#isHidden,
    });
    this.#committer = new Committer(boardId, state, {
      log,
      now,
      elapsed,
      limits,
      restMs: () => batchTickMs(this.#audience.writesPerBatch),
      events: {
        kept: (changes, kept) => this.#keep(changes, kept),
        renewed: (renewed) => {
          this.#sendStoppedAway(renewed);
          this.#asides.tellAll(renewed);
          this.#due.show(renewed);
        },
        stored: (update, stored) => this.#show(update, stored),
        outrun: (state) => this.#startAnew(state),
        settled: () => this.#audience.flushAnswers(),
        trouble: (error) => this.report(error),
      },
    });
    this.#due.show(state);
  }

  async submit(actor: Actor, commands: readonly unknown[]): Promise<Answer[]> {
    const portions = commandPortions(actor, commands, this.#budget).map(promisedTask);
    for (const { task } of portions) this.#committer.push(task);
    return (await Promise.all(portions.map(({ done }) => done))).flat();
  }

  /** Does commands of a socket, which gets its answers together with what they did. @throws {InvalidCommandError} */
  submitFrom(connection: RoomConnection, commands: readonly unknown[]): void {
    const { actor, outlet } = connection;
    const done = (answers: Answer[]) => this.#audience.answer(outlet, answers);
    for (const portion of commandPortions(actor, commands, this.#budget)) {
      this.#committer.push(taskFor(portion, { done, fail: connection.fail }));
    }
  }

  /** Passes an update through the gate. */
  async textEdit(actor: Actor, update: Uint8Array): Promise<EditOutcome> {
    const { promise, resolve, reject } = Promise.withResolvers<EditOutcome>();
    this.edit(actor, update, { done: resolve, fail: reject });
    return promise;
  }

  /** The same for a socket, which hears of it before the edit is shown. */
  edit(actor: Actor, update: Uint8Array, outcome: Outcome<EditOutcome>): void {
    if (!this.#budget.take(actor, update.byteLength)) {
      outcome.done({ kind: "too-fast" });
      this.#audience.flushAnswers();
      return;
    }
    const run = (batch: Batch): EditOutcome => batch.textEdit(actor, update);
    const failed = (): EditOutcome => ({ kind: "cannot-save" });
    const done = (verdict: EditOutcome) => {
      if (verdict.kind === "malformed" && verdict.fault !== undefined) this.report(verdict.fault);
      outcome.done(verdict);
    };
    this.#committer.push(
      taskFor({ commands: [], run, failed }, { done, fail: (error) => outcome.fail(error) }),
    );
  }

  /** Keeps answers for the write in which a socket gets what they are about. */
  answer(connection: RoomConnection, answers: readonly Answer[]): void {
    this.#audience.answer(connection.outlet, answers);
  }

  async addEssayQuotes(quotes: readonly EssayQuote[]): Promise<void> {
    const essay: Actor = { personId: newId(), role: "organiser", consent: "named" };
    const commands = quoteCommands(quotes);
    await this.#change(commands, (batch) => {
      for (const command of commands) {
        const cardId = quoteCardId(batch, command.cardId);
        batch.command(essay, { ...command, cardId }, "essay");
      }
    });
  }

  async welcome(personId: string, person: Person): Promise<void> {
    await this.#change([], (batch) => batch.welcome(personId, person));
  }

  /** Takes words off the board. What the log still holds of them goes when it is collected; see `RoomHub.renew`. */
  async erase(what: Erasing): Promise<void> {
    if ("cardId" in what) return this.#change([], (batch) => batch.erase(what));
    const name = await this.#deps.log.nameOf(this.boardId, what.personId);
    await this.#change([], (batch) => batch.erase({ ...what, name }));
    const headings = await headingsBy(this.#deps.log, this.boardId, what.personId);
    if (headings.length > 0) await this.#change([], (batch) => batch.forgetHeadings(headings));
  }

  async clear(): Promise<void> {
    await this.#change([], (batch) => batch.clear());
  }

  async markThinning(): Promise<void> {
    await this.#change([], (batch) => batch.markThinning());
  }

  async takeThinned(): Promise<void> {
    await takeThinned(this.boardId, this.#deps.log, this.#committer);
    this.#catchUps.forget();
  }

  acts(options: { before: number; count: number }): Promise<Act[]> {
    return this.#deps.log.acts(this.boardId, options);
  }

  async undoable(commandIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.#deps.log.inversesOf(this.boardId, commandIds)).keys());
  }

  state(): Promise<{ update: Uint8Array; seq: Seq; epoch: number }> {
    return this.#committer.read((state) => ({
      update: encodedState(state),
      seq: state.seq,
      epoch: state.epoch,
    }));
  }

  read<T>(read: (doc: Y.Doc) => T): Promise<T> {
    return this.#committer.read(({ doc }) => read(doc));
  }

  cards(): Promise<Card[]> {
    return this.read(readCards);
  }

  ownerOf(cardId: string): Promise<CardOwner | undefined> {
    return this.#committer.read(({ owners }) => owners.ownerOf(cardId));
  }

  async binFor(actor: Actor): Promise<BinnedCard[]> {
    const bin = await this.#deps.log.bin(this.boardId);
    return this.#committer.read((state) => binFor(actor, bin, state, this.#deps.now()));
  }

  /** What a replica with this state vector lacks, made once for all that have nothing; or why nobody can tell. */
  difference(stateVector: Uint8Array): Promise<Difference> {
    return this.#committer.read((state) => differenceTo(state, this.#catchUps, stateVector));
  }

  /** Lets `connection` in between two commits, so that it misses nothing and gets nothing twice. */
  async enter(connection: RoomConnection, greet: (entrance: Entrance) => boolean): Promise<void> {
    await this.#committer.read((state) => {
      // Their credential may have been read before they were stopped.
      const isStopped = state.books.people.isStopped(connection.actor.personId);
      if (isStopped) connection.close(closeCode.noAccess);
      if (isStopped || !greet(entranceTo(state, this.#catchUps))) return;
      this.#connections.add(connection);
      this.#audience.add(connection.outlet);
      this.#asides.tell(state, connection);
      this.#presence.join(connection);
    });
  }

  leave(connection: RoomConnection): void {
    if (!this.#connections.delete(connection)) return;
    this.#audience.delete(connection.outlet);
    this.#presence.leave(connection);
  }

  /** A reader that was behind has read everything: it gets one difference for all it missed. */
  async catchUp(connection: RoomConnection): Promise<void> {
    const { outlet } = connection;
    await this.#committer.read((state) => {
      if (!outlet.isBehind) return;
      const packet = this.#catchUps.packet(state, { seq: outlet.seq, kind: outlet.kind });
      if (packet === undefined) return connection.close(closeCode.replicaOutOfDate);
      outlet.resume(packet, state.seq);
      this.#asides.tell(state, connection);
      this.#presence.tell(connection);
    });
  }

  /** ClientID under which this connection is present, once it said something of itself. */
  presentAs(connection: RoomConnection): number | undefined {
    return this.#presence.clientIdOf(connection);
  }

  /** Takes what a connection says of itself, once it is known under which clientID it speaks. @throws {MessageError} */
  hearPresence(connection: RoomConnection, heard: HeardPresence): void {
    this.#presence.hear(connection, heard, () => false);
  }

  /** The first time: a stock client writes under the clientID it announces, so that one is kept as its person's. */
  async meet(connection: RoomConnection, heard: HeardPresence, isWriter: boolean): Promise<void> {
    const { personId, role } = connection.actor;
    const claimed = await this.#committer.read(({ doc, clients }) => {
      let claims: number | undefined;
      this.#presence.hear(connection, heard, (clientId) => {
        if (clients.isOwn(clientId, personId)) return true;
        if (!clients.isFree(doc, clientId, connection.actor)) return false;
        claims = clientId;
        return true;
      });
      return claims;
    });
    if (claimed === undefined || !isWriter || !isAlwaysAllowed(role, "be-present")) return;
    try {
      await this.#change([], (batch) => batch.claimClient(claimed, personId));
    } catch (error) {
      // Reading goes on while nothing can be saved, and the first letters claim it again.
      if (!(error instanceof CannotSaveError)) throw error;
    }
  }

  tellPresence(connection: RoomConnection): void {
    this.#presence.tell(connection);
  }

  /** Answers a sign of life with the seq reached. */
  sayReached(connection: RoomConnection): void {
    this.#audience.sayReached(connection.outlet);
  }

  /**
   * y-websocket closes after 30 s without a message, pings do not count; and a stock client forgets whose presence it
   * has not heard of for 30 s.
   */
  heartbeat(): void {
    this.#presence.renew();
    this.#due.check();
    for (const connection of this.#connections) {
      if (connection.isOwn) this.#audience.sayReached(connection.outlet);
      else this.#presence.tell(connection); // one packet for all: it is as long as the room is full
    }
  }

  get limits(): RoomLimits {
    return this.#deps.limits;
  }

  get isEmpty(): boolean {
    return this.#connections.size === 0;
  }

  closeWhere(which: (connection: RoomConnection) => boolean, code: keyof typeof closeCode): void {
    for (const connection of [...this.#connections]) {
      if (which(connection)) connection.close(closeCode[code]);
    }
  }

  /** Resolves when everything that was taken in is stored or refused. */
  idle(): Promise<void> {
    return this.#committer.idle();
  }

  get isClosing(): boolean {
    return this.#committer.isClosing;
  }

  /** Stores what was taken in, and takes nothing more: what still comes is answered as what cannot be saved. */
  close(): Promise<void> {
    return this.#committer.close();
  }

  report(error: unknown): void {
    this.#deps.report(error, this.boardId);
  }

  async #change(commands: readonly Command[], run: (batch: Batch) => void): Promise<void> {
    const { task, done } = promisedTask<"stored" | "failed">({
      commands,
      run: (batch) => {
        run(batch);
        return "stored";
      },
      failed: () => "failed",
    });
    this.#committer.push(task);
    if ((await done) === "failed") throw new CannotSaveError();
  }

  /** What everybody on the board has lies too far back. */
  #startAnew(state: RoomState): void {
    this.closeWhere(() => true, "replicaOutOfDate");
    this.#follow(state);
    this.#audience.jump(state);
  }

  #follow(state: RoomState): void {
    this.#isHidden = hasHiddenAuthors(state.doc);
    this.#asides.follow(state);
  }

  #show(update: Uint8Array, state: RoomState): void {
    this.#follow(state);
    this.#audience.show(update, state);
  }

  /** Who was stopped is sent away; who was renamed comes again under the other name. */
  #keep(changes: BookChanges, state: RoomState): void {
    this.#asides.tellChanges(state, changes);
    this.#due.show(state);
    const { people } = changes;
    if (people.some(({ name }) => name !== undefined)) state.tail.clear(); // it has the old name
    const renamed = new Set(people.flatMap((one) => (one.name === undefined ? [] : one.personId)));
    if (people.length > 0) this.#sendStoppedAway(state);
    if (renamed.size > 0) this.closeWhere(({ actor }) => renamed.has(actor.personId), "restart");
  }

  #sendStoppedAway({ books: { people } }: RoomState): void {
    this.closeWhere(({ actor }) => people.isStopped(actor.personId), "noAccess");
  }

  #endStale(outlet: Outlet): void {
    this.closeWhere((connection) => connection.outlet === outlet, "readerTooSlow");
  }
}
