import type { Actor } from "@hefboom/board";
import {
  type CloseCode,
  COMMANDS_MAX,
  closeCode,
  decodeMessage,
  encodeCommands,
  encodeReached,
  encodeSync,
  type Message,
  MessageError,
} from "@hefboom/contract/messages";
import { RateLimit, type RateLimits } from "../limits/rate-limit.ts";
import type { PresenceReceiver, PresentPerson } from "../presence/room-presence.ts";
import { InvalidCommandError } from "../room/parse-commands.ts";
import type { EditOutcome, Room } from "../room/room.ts";
import type { Socket } from "./socket.ts";

/** Stock: any y-websocket client. Own: our client, which says what it already has. */
export type ConnectionMode =
  | { kind: "stock" }
  | { kind: "own"; since: { epoch: number; seq: number } | undefined };

export interface ConnectionOptions {
  room: Room;
  socket: Socket;
  actor: Actor;
  person: PresentPerson;
  mode: ConnectionMode;
  limits: RateLimits;
  now: () => number;
}

/** No structs and no deletions: what a replica without anything of its own answers. */
const EMPTY_UPDATE_BYTES = 2;
/** A stock client asks once when it connects, and now and then where it is told to resynchronise. */
const READINGS: RateLimits = { ...perSecond(1), messagesBurst: 5 };

/** One socket in a room: takes messages apart, hands them on, and answers. */
export class Connection implements PresenceReceiver {
  readonly actor: Actor;
  readonly person: PresentPerson;
  readonly #room: Room;
  readonly #socket: Socket;
  readonly #mode: ConnectionMode;
  readonly #rate: RateLimit;
  readonly #presenceRate: RateLimit;
  /** What costs a reading of the whole board or room. */
  readonly #readingRate: RateLimit;
  #state: "opening" | "open" | "closed" = "opening";
  /** Size of a board's content that may still be on its way, in bytes. */
  #largeBytes = 0;

  constructor(options: ConnectionOptions) {
    this.actor = options.actor;
    this.person = options.person;
    this.#room = options.room;
    this.#socket = options.socket;
    this.#mode = options.mode;
    this.#rate = new RateLimit(options.limits, options.now);
    const { presencePerSecond } = options.room.limits;
    this.#presenceRate = new RateLimit(perSecond(presencePerSecond), options.now);
    this.#readingRate = new RateLimit(READINGS, options.now);
  }

  /** Our own client, whose replica has an epoch. */
  get isOwn(): boolean {
    return this.#mode.kind === "own";
  }

  /** Enters the room and sends what this client lacks. */
  async open(): Promise<void> {
    const mode = this.#mode;
    await this.#room.enter(this, ({ stateVector, since, epoch, seq }) => {
      if (this.#state === "closed") return false;
      this.#state = "open";
      if (mode.kind === "stock") {
        this.send(encodeSync("step1", stateVector()));
        return true;
      }
      const has = mode.since ?? { epoch, seq: 0 };
      if (has.epoch !== epoch || has.seq > seq) {
        this.close(closeCode.replicaOutOfDate);
        return false;
      }
      this.send(encodeReached(epoch, seq));
      this.#sendLarge(encodeSync("step2", since(has.seq)));
      return true;
    });
  }

  receive(bytes: Uint8Array): void {
    if (this.#state === "closed") return;
    if (!this.#rate.take(bytes.byteLength)) {
      this.close(closeCode.tooFast);
      return;
    }
    // Edits and commands enter the room's queue before this returns, so they keep their order.
    void this.#handle(bytes);
  }

  /** Shows what was just stored; `reached` goes to our own clients alone. */
  show(frame: Uint8Array, reached: Uint8Array): void {
    this.send(frame);
    if (this.#mode.kind === "own") this.send(reached);
  }

  /**
   * y-websocket closes after 30 s without a message, pings do not count; and a stock client forgets whose presence it
   * has not heard of for 30 s.
   */
  heartbeat(reached: Uint8Array, presence: Uint8Array): void {
    this.send(this.#mode.kind === "own" ? reached : presence);
  }

  send(frame: Uint8Array): void {
    if (this.#state !== "open") return;
    const { queuedBytes } = this.#socket;
    if (queuedBytes <= this.#room.limits.readerBytes) this.#largeBytes = 0;
    const isSlow = queuedBytes > this.#room.limits.readerBytes + this.#largeBytes;
    if (isSlow) this.close(closeCode.readerTooSlow);
    else this.#socket.send(frame);
  }

  /** A board may be larger than what a reader may have queued: it is not held against who is still reading it. */
  #sendLarge(frame: Uint8Array): void {
    this.send(frame);
    this.#largeBytes = frame.byteLength;
  }

  close(code: CloseCode): void {
    if (this.#state === "closed") return;
    this.#socket.close(code);
    this.closed();
  }

  /** The socket is gone, for whatever reason. */
  closed(): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#room.leave(this);
  }

  /** Never rejects: whatever goes wrong with one message ends this one socket. */
  async #handle(bytes: Uint8Array): Promise<void> {
    try {
      await this.#dispatch(decodeMessage(bytes));
    } catch (error) {
      if (error instanceof MessageError || error instanceof InvalidCommandError) {
        this.close(closeCode.malformed);
        return;
      }
      this.#room.report(error);
      this.close(closeCode.cannotSave);
    }
  }

  async #dispatch(message: Message): Promise<void> {
    switch (message.type) {
      case "sync-step-1":
        return this.#answerStep1(message.stateVector);
      case "sync-update":
        return this.#syncUpdate(message.update);
      case "text-edit":
        return this.#textEdit(message.id, message.update);
      case "commands":
        return this.#commands(message.json);
      case "presence":
        if (!this.#presenceRate.take(0)) return undefined; // dropped: the next one says it all
        return this.#room.hearPresence(this, message.entries, this.#mode.kind === "stock");
      case "query-presence":
        if (!this.#readingRate.take(0)) return this.close(closeCode.tooFast);
        return this.#room.tellPresence(this);
      case "auth":
      case "reached":
        return undefined; // said by servers; harmless from a client
    }
  }

  async #answerStep1(stateVector: Uint8Array): Promise<void> {
    if (this.#mode.kind === "own") return;
    if (!this.#readingRate.take(0)) {
      this.close(closeCode.tooFast);
      return;
    }
    const difference = await this.#room.difference(stateVector);
    if (difference === undefined) this.close(closeCode.malformed);
    else this.#sendLarge(encodeSync("step2", difference));
  }

  async #syncUpdate(update: Uint8Array): Promise<void> {
    if (update.byteLength <= EMPTY_UPDATE_BYTES) return;
    // Our own client never writes by sync messages: its edits carry an id that can be answered.
    if (this.#mode.kind === "own") this.close(closeCode.malformed);
    else this.#closeFor(await this.#room.textEdit(this.actor, update));
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

  async #textEdit(id: string, update: Uint8Array): Promise<void> {
    if (this.#mode.kind === "stock")
      throw new MessageError("a stock client edits by sync messages");
    const outcome = await this.#room.textEdit(this.actor, update);
    if (outcome.kind === "malformed" || outcome.kind === "too-big") this.#closeFor(outcome);
    else if (outcome.kind === "refuse") this.#answer([{ id, refused: outcome.code }]);
    else if (outcome.kind === "cannot-save" || outcome.kind === "too-fast") {
      this.#answer([{ id, refused: outcome.kind }]);
    } else this.#answer([{ id, saved: true }]);
  }

  async #commands(json: unknown): Promise<void> {
    if (!Array.isArray(json)) throw new MessageError("commands that are no array");
    if (json.length > COMMANDS_MAX) this.close(closeCode.tooBig);
    else this.#answer(await this.#room.submit(this.actor, json));
  }

  #answer(answers: readonly unknown[]): void {
    this.send(encodeCommands(answers));
  }
}

function perSecond(messages: number): RateLimits {
  return { messagesPerSecond: messages, messagesBurst: messages, bytesPerSecond: 0, bytesBurst: 0 };
}
