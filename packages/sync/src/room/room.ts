import {
  type Actor,
  type Card,
  type CardOwner,
  type Command,
  hasHiddenAuthors,
  isAllowed,
  newId,
  type Person,
  peopleOf,
  type RefusalCode,
  readCards,
} from "@hefboom/board";
import {
  type Answer,
  closeCode,
  encodeReached,
  encodeSync,
  type PresenceEntry,
} from "@hefboom/contract/messages";
import * as Y from "yjs";

import type { BoardLog, Seq } from "../board-log.ts";
import type { Connection } from "../connection/connection.ts";
import type { GateVerdict } from "../gate/gate-verdict.ts";
import { PersonBudget } from "../limits/person-budget.ts";
import type { RoomLimits } from "../limits/room-limits.ts";
import { RoomPresence } from "../presence/room-presence.ts";
import type { EssayQuote, RoomApi } from "../room-api.ts";
import type { Batch, Erasing } from "./batch.ts";
import { CannotSaveError } from "./cannot-save-error.ts";
import { Committer } from "./committer.ts";
import { quoteCardId, quoteCommands } from "./essay-quotes.ts";
import { parseCommands } from "./parse-commands.ts";
import { encodedState, openRoomState, type RoomState, updateSince } from "./room-state.ts";
import { roomTask } from "./room-task.ts";

export type EditOutcome = GateVerdict | { kind: "cannot-save" | "too-fast" };

export interface RoomDeps {
  log: BoardLog;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Where trouble is told; it never holds text of the board. */
  report: (error: unknown, boardId: string) => void;
  limits: RoomLimits;
}

/** What someone who enters may read of the board, at the moment they enter. */
export interface Entrance {
  stateVector(): Uint8Array;
  since(seq: Seq): Uint8Array;
  epoch: number;
  seq: Seq;
}

/** One open board of this process: judges, stores, and then shows. */
export class Room implements RoomApi {
  readonly boardId: string;
  readonly #deps: RoomDeps;
  readonly #committer: Committer;
  readonly #presence: RoomPresence;
  readonly #connections = new Set<Connection>();
  readonly #budget: PersonBudget;
  #reached: Uint8Array;
  #isHidden: boolean;

  static async open(boardId: string, deps: RoomDeps): Promise<Room> {
    return new Room(boardId, await openRoomState(boardId, deps.log, deps.limits), deps);
  }

  private constructor(boardId: string, state: RoomState, deps: RoomDeps) {
    this.boardId = boardId;
    this.#deps = deps;
    this.#reached = encodeReached(state.epoch, state.seq);
    this.#isHidden = hasHiddenAuthors(state.doc);
    this.#budget = new PersonBudget(deps.limits.bytesPerSecond, deps.now);
    this.#presence = new RoomPresence({
      now: deps.now,
      limits: deps.limits,
      serverClientId: state.doc.clientID,
      isHidden: () => this.#isHidden,
    });
    this.#committer = new Committer(boardId, state, {
      log: deps.log,
      now: deps.now,
      limits: deps.limits,
      events: {
        stored: (update, stored) => this.#show(update, stored),
        trouble: (error) => this.report(error),
      },
    });
  }

  async submit(actor: Actor, commands: readonly unknown[]): Promise<Answer[]> {
    const parsed = parseCommands(commands);
    const via = actor.role === "scribe" ? "scribe" : undefined;
    const isTooFast = parsed.map(({ command }) => !this.#budget.take(actor, textLength(command)));
    const run = (batch: Batch) =>
      parsed.map(({ id, command }, index) => {
        if (isTooFast[index]) return answer(id, "too-fast");
        return answer(id, command === undefined ? "invalid" : batch.command(actor, command, via));
      });
    const failed = () => parsed.map(({ id }) => answer(id, "cannot-save"));
    const { task, done } = roomTask(
      parsed.map(({ id }) => id),
      run,
      failed,
    );
    this.#committer.push(task);
    return done;
  }

  /** Passes an update from a socket through the gate. */
  async textEdit(actor: Actor, update: Uint8Array): Promise<EditOutcome> {
    if (!this.#budget.take(actor, update.byteLength)) return { kind: "too-fast" };
    const { task, done } = roomTask<EditOutcome>(
      [],
      (batch) => batch.textEdit(actor, update),
      () => ({ kind: "cannot-save" }),
    );
    this.#committer.push(task);
    return done;
  }

  async addEssayQuotes(quotes: readonly EssayQuote[]): Promise<void> {
    const essay: Actor = { personId: newId(), role: "organiser", consent: "named" };
    const commands = quoteCommands(quotes);
    await this.#change(
      commands.map(({ id }) => id),
      (batch) => {
        for (const command of commands) {
          const cardId = quoteCardId(batch, command.cardId);
          batch.command(essay, { ...command, cardId }, "essay");
        }
      },
    );
  }

  async welcome(personId: string, person: Person): Promise<void> {
    await this.#change([], (batch) => {
      if (hasHiddenAuthors(batch.doc)) return;
      peopleOf(batch.doc).set(personId, person);
    });
  }

  /** Takes words off the board. What the log still holds of them goes when it is collected; see `RoomHub.renew`. */
  async erase(what: Erasing): Promise<void> {
    await this.#change([], (batch) => batch.erase(what));
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

  /** What a replica with this state vector lacks; `undefined` when the vector is ill-formed. */
  difference(stateVector: Uint8Array): Promise<Uint8Array | undefined> {
    return this.#committer.read(({ doc }) => {
      try {
        return Y.encodeStateAsUpdate(doc, stateVector);
      } catch {
        return undefined; // Yjs tells an ill-formed vector by throwing
      }
    });
  }

  /** Lets `connection` in between two commits, so that it misses nothing and gets nothing twice. */
  async enter(connection: Connection, greet: (entrance: Entrance) => boolean): Promise<void> {
    await this.#committer.read((state) => {
      const isIn = greet({
        stateVector: () => Y.encodeStateVector(state.doc),
        since: (seq) => updateSince(state, seq),
        epoch: state.epoch,
        seq: state.seq,
      });
      if (!isIn) return;
      this.#connections.add(connection);
      this.#presence.join(connection);
    });
  }

  leave(connection: Connection): void {
    if (this.#connections.delete(connection)) this.#presence.leave(connection);
  }

  /** A stock client writes under the clientID it announces, so that one is kept as its person's. */
  async hearPresence(
    connection: Connection,
    entries: readonly PresenceEntry[],
    isWriter: boolean,
  ): Promise<void> {
    const { personId, role } = connection.actor;
    const claimed = await this.#committer.read(({ doc, clients }) => {
      let claims: number | undefined;
      this.#presence.hear(connection, entries, (clientId) => {
        if (clients.isOwn(clientId, personId)) return true;
        if (!clients.isFree(doc, clientId, connection.actor)) return false;
        claims = clientId;
        return true;
      });
      return claims;
    });
    if (claimed === undefined || !isWriter || !isAllowed(role, "", "be-present")) return;
    await this.#change([], (batch) => batch.claimClient(claimed, personId));
  }

  tellPresence(connection: Connection): void {
    this.#presence.tell(connection);
  }

  heartbeat(): void {
    const presence = this.#presence.frame(); // one for all: it is as long as the room is full
    for (const connection of this.#connections) connection.heartbeat(this.#reached, presence);
  }

  get limits(): RoomLimits {
    return this.#deps.limits;
  }

  get isEmpty(): boolean {
    return this.#connections.size === 0;
  }

  closeWhere(which: (connection: Connection) => boolean, code: keyof typeof closeCode): void {
    for (const connection of [...this.#connections]) {
      if (which(connection)) connection.close(closeCode[code]);
    }
  }

  /** Resolves when everything that was taken in is stored or refused. */
  idle(): Promise<void> {
    return this.#committer.idle();
  }

  report(error: unknown): void {
    this.#deps.report(error, this.boardId);
  }

  async #change(commandIds: readonly string[], run: (batch: Batch) => void): Promise<void> {
    const { task, done } = roomTask<"stored" | "failed">(
      commandIds,
      (batch) => {
        run(batch);
        return "stored";
      },
      () => "failed",
    );
    this.#committer.push(task);
    if ((await done) === "failed") throw new CannotSaveError();
  }

  /** One frame for everybody; the same buffer is written to all. */
  #show(update: Uint8Array, { epoch, seq, doc }: RoomState): void {
    this.#reached = encodeReached(epoch, seq);
    this.#isHidden = hasHiddenAuthors(doc);
    const frame = encodeSync("update", update);
    for (const connection of this.#connections) connection.show(frame, this.#reached);
  }
}

const textLength = (command: Command | undefined) =>
  command !== undefined && "text" in command ? command.text.length : 0;

function answer(id: string, refused: RefusalCode | undefined): Answer {
  return refused === undefined ? { id, saved: true } : { id, refused };
}
