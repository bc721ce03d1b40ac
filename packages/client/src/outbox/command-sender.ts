import type { Command } from "@hefboom/board";
import { COMMANDS_MAX, encodeCommands } from "@hefboom/contract/messages";

import { RetryTimer } from "../connection/retry-timer.ts";
import type { Outbox } from "./outbox.ts";

/** Most that is under way at once, in UTF-16 units of JSON. */
const UNDERWAY_MAX = 32_000;
/** Most that leaves within a second: a full outbox must stay below the server's limit of 64 KB a second. */
const SECOND_MAX = 40_000;

interface SenderPorts {
  send(bytes: Uint8Array): boolean;
  /** Commands were marked as sent; to be stored. */
  onAttempted(): void;
  random: () => number;
}

/** Sends the outbox in order: one command a card at a time, so that none overtakes what it builds on. */
export class CommandSender {
  readonly #outbox: Outbox;
  readonly #ports: SenderPorts;
  readonly #retry: RetryTimer;
  /** Sizes of what was sent on this connection and is not answered yet, by command id. */
  readonly #underway = new Map<string, number>();
  #isReady = false;
  #sentThisSecond = 0;
  #second: unknown;

  constructor(outbox: Outbox, ports: SenderPorts) {
    this.#outbox = outbox;
    this.#ports = ports;
    this.#retry = new RetryTimer(ports.random, () => this.pump());
  }

  /** A connection is in sync: everything unanswered is sent once more. */
  ready(): void {
    this.#underway.clear();
    this.#retry.stop();
    this.#isReady = true;
    this.pump();
  }

  lost(): void {
    this.#isReady = false;
    this.#underway.clear();
  }

  /** Sends what may be sent now. */
  pump(): void {
    if (!this.#isReady || this.#retry.isPaused) return;
    const { batch, size } = this.#nextBatch();
    if (batch.length === 0) return;
    if (!this.#ports.send(encodeCommands(batch))) {
      for (const { id } of batch) this.#underway.delete(id);
      return;
    }
    this.#markAttempted(batch);
    this.#count(size);
  }

  /** The server has done or refused it for good. */
  settled(id: string): void {
    this.#underway.delete(id);
    this.#retry.succeeded();
  }

  /** The server could not do it now: it stays and is sent again after a pause. */
  postponed(id: string): void {
    this.#underway.delete(id);
    this.#retry.pause();
  }

  stop(): void {
    this.lost();
    clearTimeout(this.#second);
    this.#retry.stop();
  }

  #count(size: number): void {
    this.#sentThisSecond += size;
    this.#second ??= setTimeout(() => {
      this.#second = undefined;
      this.#sentThisSecond = 0;
      this.pump();
    }, 1_000);
  }

  #nextBatch(): { batch: Command[]; size: number } {
    let room = UNDERWAY_MAX;
    for (const sent of this.#underway.values()) room -= sent;
    room = Math.min(room, SECOND_MAX - this.#sentThisSecond);
    let size = 0;
    const busyCards = new Set<string>();
    const batch: Command[] = [];
    for (const { command, isHeld } of this.#outbox.entries) {
      if (size >= room || batch.length >= COMMANDS_MAX) break;
      if (isHeld || busyCards.has(command.cardId)) continue;
      busyCards.add(command.cardId);
      if (this.#underway.has(command.id)) continue;
      const length = JSON.stringify(command).length;
      size += length;
      this.#underway.set(command.id, length);
      batch.push(command);
    }
    return { batch, size };
  }

  #markAttempted(batch: readonly Command[]): void {
    const ids = new Set(batch.map(({ id }) => id));
    for (const entry of this.#outbox.entries) {
      if (ids.has(entry.command.id)) entry.isAttempted = true;
    }
    this.#ports.onAttempted();
  }
}
