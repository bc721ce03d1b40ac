import type { Actor } from "@hefboom/board";
import {
  type CloseCode,
  COMMANDS_MAX,
  closeCode,
  decodeMessage,
  encodeReached,
  encodeSync,
  hearPresence,
  type Message,
  MessageError,
  messageType,
} from "@hefboom/contract/messages";

import { Outlet, type OutletKind } from "../audience/outlet.ts";
import { type Packet, packetOf } from "../audience/packet.ts";
import type { Socket } from "../audience/socket.ts";
import { InvalidCommandError } from "../batch/parse-commands.ts";
import { RateLimit, type RateLimits } from "../limits/rate-limit.ts";
import type { PresentPerson } from "../presence/present-client.ts";
import type { Entrance } from "../room/entrance.ts";
import type { EditOutcome, Room } from "../room/room.ts";
import type { RoomConnection } from "../room/room-connection.ts";

/** Stock: any y-websocket client. Own: our client, which says what it already has, and whether it can wait a little. */
export type ConnectionMode =
  | { kind: "stock" }
  | { kind: "own"; since: { epoch: number; seq: number } | undefined; isCoarse?: boolean };

export interface ConnectionOptions {
  room: Room;
  socket: Socket;
  actor: Actor;
  person: PresentPerson;
  mode: ConnectionMode;
  limits: RateLimits;
  /** Milliseconds of a clock that only goes forward. */
  now: () => number;
}

/** A stock client asks once when it connects, and now and then where it is told to resynchronise. */
const READINGS: RateLimits = { ...perSecond(1), messagesBurst: 5 };

/** One socket in a room: takes messages apart and hands them on. What goes out goes through its outlet. */
export class Connection implements RoomConnection {
  readonly actor: Actor;
  readonly person: PresentPerson;
  readonly outlet: Outlet;
  readonly #room: Room;
  readonly #mode: ConnectionMode;
  readonly #now: () => number;
  readonly #rate: RateLimit;
  // Most sockets of a hall never say anything of the kind: these two are made when they are needed.
  #presenceRate: RateLimit | undefined;
  /** What costs a reading of the whole board or room. */
  #readingRate: RateLimit | undefined;
  #state: "opening" | "open" | "closed" = "opening";

  constructor({ room, socket, actor, person, mode, limits, now }: ConnectionOptions) {
    this.actor = actor;
    this.person = person;
    this.#room = room;
    this.#mode = mode;
    this.outlet = new Outlet({ socket, kind: outletKind(mode), ...room.limits });
    this.#now = now;
    this.#rate = new RateLimit(limits, now);
  }

  /** Our own client, whose replica has an epoch. */
  get isOwn(): boolean {
    return this.#mode.kind === "own";
  }

  get kind(): OutletKind {
    return this.outlet.kind;
  }

  /** Enters the room and sends what this client lacks. */
  async open(): Promise<void> {
    await this.#room.enter(this, (entrance) => {
      if (this.#state === "closed") return false;
      this.#state = "open";
      return this.#greet(entrance);
    });
  }

  /** Edits and commands enter the room's queue before this returns, so they keep their order. */
  receive(bytes: Uint8Array): void {
    if (this.#state === "closed" || this.#room.isClosing) return;
    if (!this.#rate.take(bytes.byteLength)) {
      this.close(closeCode.tooFast);
      return;
    }
    try {
      if (bytes[0] === messageType.awareness) this.#presence(bytes);
      else this.#dispatch(decodeMessage(bytes));
    } catch (error) {
      this.fail(error);
    }
  }

  send(packet: Packet): void {
    if (this.#state === "open") this.outlet.send(packet);
  }

  /** The socket's queue is empty again. */
  drained(): void {
    if (this.#state === "open" && this.outlet.isBehind) this.#owned(this.#room.catchUp(this));
  }

  close(code: CloseCode): void {
    if (this.#state === "closed") return;
    this.outlet.shut(code);
    this.closed();
  }

  /** The socket is gone, for whatever reason. */
  closed(): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.outlet.shut();
    this.#room.leave(this);
  }

  /** Whatever goes wrong with one message ends this one socket. */
  readonly fail = (error: unknown): void => {
    if (error instanceof MessageError || error instanceof InvalidCommandError) {
      this.close(closeCode.malformed);
      return;
    }
    this.#room.report(error);
    this.close(closeCode.cannotSave);
  };

  #greet({ stateVector, since, epoch, seq }: Entrance): boolean {
    if (this.#mode.kind === "stock") {
      this.outlet.begin(seq, packetOf(encodeSync("step1", stateVector())));
      return true;
    }
    const has = this.#mode.since ?? { epoch, seq: 0 };
    const missing = has.epoch === epoch && has.seq <= seq ? since(has.seq) : undefined;
    if (missing === undefined) {
      this.close(closeCode.replicaOutOfDate);
      return false;
    }
    this.outlet.begin(seq, packetOf(encodeReached(epoch, seq), encodeSync("step2", missing)));
    return true;
  }

  #owned(work: Promise<void>): void {
    work.catch(this.fail);
  }

  #dispatch(message: Message): void {
    switch (message.type) {
      case "sync-step-1":
        if (this.#mode.kind === "stock") this.#answerStep1(message.stateVector);
        return;
      case "sync-update":
        this.#syncUpdate(message.update);
        return;
      case "text-edit":
        this.#textEdit(message.id, message.update);
        return;
      case "commands":
        this.#commands(message.json);
        return;
      case "query-presence":
        if (this.#mayRead()) this.#room.tellPresence(this);
        return;
      case "reached":
        if (this.#mode.kind === "own") this.#room.sayReached(this);
        return;
      case "presence": // heard before
      case "auth": // said by servers, as the next one; harmless from a client
      case "aside":
    }
  }

  /** Entries of others, which a stock client echoes, are neither read nor counted; too many of its own are dropped: the next one says it all. */
  #presence(bytes: Uint8Array): void {
    const clientId = this.#room.presentAs(this);
    const heard = hearPresence(bytes, clientId);
    if (heard === undefined) return;
    this.#presenceRate ??= new RateLimit(perSecond(this.#room.limits.presencePerSecond), this.#now);
    if (!this.#presenceRate.take(0)) return;
    if (clientId !== undefined) this.#room.hearPresence(this, heard);
    else this.#owned(this.#room.meet(this, heard, this.#mode.kind === "stock"));
  }

  #answerStep1(stateVector: Uint8Array): void {
    if (this.#mayRead()) this.#owned(this.#sendDifference(stateVector));
  }

  async #sendDifference(stateVector: Uint8Array): Promise<void> {
    const difference = await this.#room.difference(stateVector);
    if (difference === "malformed" || difference === "replicaOutOfDate") {
      this.close(closeCode[difference]);
    } else if (!this.outlet.send(packetOf(encodeSync("step2", difference)))) {
      this.close(closeCode.readerTooSlow); // without this answer it would wait for ever
    }
  }

  #syncUpdate(update: Uint8Array): void {
    if (isEmptyUpdate(update)) return;
    // Our own client never writes by sync messages: its edits carry an id that can be answered.
    if (this.#mode.kind === "own") this.close(closeCode.malformed);
    else {
      const done = (outcome: EditOutcome) => this.#closeFor(outcome);
      this.#room.edit(this.actor, update, { done, fail: this.fail });
    }
  }

  #closeFor(outcome: EditOutcome): void {
    if (outcome.kind === "malformed") this.close(closeCode.malformed);
    else if (outcome.kind === "too-big") this.close(closeCode.tooBig);
    else if (outcome.kind === "cannot-save") this.close(closeCode.cannotSave);
    else if (outcome.kind === "too-fast") this.close(closeCode.tooFast);
    else if (outcome.kind === "refuse") {
      this.close(outcome.code === "board-full" ? closeCode.boardFull : closeCode.notAllowed);
    }
  }

  #textEdit(id: string, update: Uint8Array): void {
    if (this.#mode.kind === "stock")
      throw new MessageError("a stock client edits by sync messages");
    const done = (outcome: EditOutcome) => this.#answerEdit(id, outcome);
    this.#room.edit(this.actor, update, { done, fail: this.fail });
  }

  #answerEdit(id: string, outcome: EditOutcome): void {
    if (outcome.kind === "malformed" || outcome.kind === "too-big") this.#closeFor(outcome);
    else if (outcome.kind === "refuse") {
      this.#room.answer(this, [{ id, refused: outcome.code }]);
    } else if (outcome.kind === "cannot-save" || outcome.kind === "too-fast") {
      this.#room.answer(this, [{ id, refused: outcome.kind }]);
    } else this.#room.answer(this, [{ id, saved: true }]);
  }

  #commands(json: unknown): void {
    if (!Array.isArray(json)) throw new MessageError("commands that are no array");
    if (json.length > COMMANDS_MAX) this.close(closeCode.tooBig);
    else this.#room.submitFrom(this, json);
  }

  #mayRead(): boolean {
    this.#readingRate ??= new RateLimit(READINGS, this.#now);
    const isFine = this.#readingRate.take(0);
    if (!isFine) this.close(closeCode.tooFast);
    return isFine;
  }
}

/** No structs and no deletions: what a replica without anything of its own answers. */
function isEmptyUpdate(update: Uint8Array): boolean {
  return update.byteLength === 2 && update[0] === 0 && update[1] === 0;
}

function outletKind(mode: ConnectionMode): OutletKind {
  if (mode.kind === "stock") return "stock";
  return mode.isCoarse === true ? "coarse" : "own";
}

function perSecond(messages: number): RateLimits {
  return { messagesPerSecond: messages, messagesBurst: messages, bytesPerSecond: 0, bytesBurst: 0 };
}
