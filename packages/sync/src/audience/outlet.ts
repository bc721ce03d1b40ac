import { type Answer, type CloseCode, encodeCommands } from "@hefboom/contract/messages";

import type { Seq } from "../board-log.ts";
import { joined, type Packet, packetOf } from "./packet.ts";
import type { Socket } from "./socket.ts";

/** Stock: any y-websocket client. Own: our client. Coarse: our client on a phone, which waits for several batches. */
export type OutletKind = "stock" | "own" | "coarse";

/** What was just stored, for each kind of receiver. */
export interface Shown {
  readonly seq: Seq;
  readonly stock: Packet;
  readonly own: Packet;
  /** Everything of the last batches after `seq`, and the seq reached. */
  since(seq: Seq): Packet;
}

/** A reader that was behind for so many checks in a row without reading `readerBytes` is not reading. */
const STALE_CHECKS = 10;

interface OutletOptions {
  socket: Socket;
  kind: OutletKind;
  /** With more bytes than this waiting, a reader gets nothing more until it has read them. */
  readerBytes: number;
}

/** What goes out to one socket: each batch once and in order, and no more than its reader takes. */
export class Outlet {
  readonly kind: OutletKind;
  readonly #socket: Socket;
  readonly #readerBytes: number;
  #state: "flowing" | "behind" | "shut" = "flowing";
  /** Everything up to here was sent. */
  #seq: Seq = 0;
  #answers: Answer[] = [];
  #onBehind: () => void = () => undefined;
  /** How the queue stood when the reader last made headway, and the checks since then. */
  #headway = { queuedBytes: 0, checks: 0 };

  constructor({ socket, kind, readerBytes }: OutletOptions) {
    this.#socket = socket;
    this.kind = kind;
    this.#readerBytes = readerBytes;
  }

  get seq(): Seq {
    return this.#seq;
  }

  get isBehind(): boolean {
    return this.#state === "behind";
  }

  get hasAnswers(): boolean {
    return this.#answers.length > 0;
  }

  /** Sends what a client gets when it comes in; from now on it has everything up to `seq`. */
  begin(seq: Seq, packet: Packet): void {
    this.#seq = seq;
    this.#write(packet);
  }

  /** Tells whenever the reader falls behind; at once when it is behind already. */
  watch(onBehind: () => void): void {
    this.#onBehind = onBehind;
    if (this.isBehind) onBehind();
  }

  /** Sends something that is not said again later; a reader that is behind gets nothing. @returns whether it was sent */
  send(packet: Packet): boolean {
    if (this.#state !== "flowing") return false;
    this.#write(packet);
    return true;
  }

  /** Shows a batch, with the answers to what this client had in it. A coarse client waits unless it gets answers. */
  show(shown: Shown): void {
    if (this.#state !== "flowing") return;
    if (this.kind === "coarse" && !this.hasAnswers) return;
    this.#bring(this.#packetFor(shown), shown.seq);
  }

  /** Sends a coarse client the batches that it has not had yet. @returns whether there were any */
  catchUp(shown: Shown): boolean {
    if (this.kind !== "coarse" || this.#state !== "flowing" || this.#seq >= shown.seq) return false;
    this.#bring(shown.since(this.#seq), shown.seq);
    return true;
  }

  /** Keeps an answer for the next write: it never comes before what it is about. */
  answer(answers: readonly Answer[]): void {
    if (this.#state !== "shut") this.#answers.push(...answers);
  }

  /** Sends the answers that no batch took along. */
  flushAnswers(): void {
    if (this.#state === "flowing" && this.hasAnswers) this.#write(this.#takeAnswers());
  }

  /** Goes on after a reader that was behind has read everything: one difference for all it missed. */
  resume(difference: Packet, seq: Seq): void {
    if (this.#state !== "behind") return;
    this.#state = "flowing";
    this.#bring(difference, seq);
  }

  /** Called every few seconds while a reader is behind. @returns whether it reads too slowly to be waited for */
  isStale(): boolean {
    const { queuedBytes } = this.#socket;
    const isHeadway = this.#headway.queuedBytes - queuedBytes >= this.#readerBytes;
    this.#headway = isHeadway
      ? { queuedBytes, checks: 0 }
      : { ...this.#headway, checks: this.#headway.checks + 1 };
    return this.#headway.checks >= STALE_CHECKS;
  }

  shut(code?: CloseCode): void {
    if (this.#state === "shut") return;
    this.#state = "shut";
    this.#answers = [];
    if (code !== undefined) this.#socket.close(code);
  }

  #packetFor(shown: Shown): Packet {
    return this.kind === "coarse" ? shown.since(this.#seq) : shown[this.kind];
  }

  #bring(packet: Packet, seq: Seq): void {
    this.#seq = seq;
    this.#write(this.hasAnswers ? joined([packet, this.#takeAnswers()]) : packet);
  }

  #takeAnswers(): Packet {
    const packet = packetOf(encodeCommands(this.#answers));
    this.#answers = [];
    return packet;
  }

  #write(packet: Packet): void {
    this.#socket.write(packet);
    const { queuedBytes } = this.#socket;
    if (queuedBytes <= this.#readerBytes) return;
    this.#state = "behind";
    this.#headway = { queuedBytes, checks: 0 };
    this.#onBehind();
  }
}
