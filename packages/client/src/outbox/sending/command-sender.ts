import { COMMANDS_MAX, encodeCommands } from "@hefboom/contract/messages";

import { RetryTimer } from "../../connection/retry-timer.ts";
import type { Outbox } from "../outbox.ts";
import type { OutboxCommand } from "../outbox-command.ts";
import type { PendingCommand } from "../state/outbox-state.ts";

/** Most that is under way at once, in UTF-16 units of JSON. */
const UNDERWAY_MAX = 32_000;
/** Most that leaves within a second: a full outbox must stay below the server's limit of 64 KB a second. */
const SECOND_MAX = 40_000;

interface SenderPorts {
  send(bytes: Uint8Array): boolean;
  /** Whether this page is the one that sends, for all pages of its person. */
  isHolder(): boolean;
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
    if (!this.#isReady || this.#retry.isPaused || !this.#ports.isHolder()) return;
    const due = this.#nextDue();
    const isNew = due.filter(({ isAttempted }) => !isAttempted);
    if (isNew.length > 0) this.#outbox.attempt(idsOf(isNew)); // they leave when that is stored
    this.#send(due.filter((entry) => this.#outbox.isSafeToSend(entry)));
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

  #send(entries: readonly PendingCommand[]): void {
    if (entries.length === 0) return;
    const commands = entries.map(({ command }) => command);
    if (!this.#ports.send(encodeCommands(commands))) return;
    for (const command of commands) this.#underway.set(command.id, sizeOf(command));
    this.#count(commands.reduce((sum, command) => sum + sizeOf(command), 0));
  }

  /** The next in line: of each card the oldest, and no more than the server takes. */
  #nextDue(): PendingCommand[] {
    let room = UNDERWAY_MAX;
    for (const sent of this.#underway.values()) room -= sent;
    room = Math.min(room, SECOND_MAX - this.#sentThisSecond);
    const busyCards = new Set<string>();
    const due: PendingCommand[] = [];
    for (const entry of this.#outbox.entries) {
      const { command, isHeld } = entry;
      if (room <= 0 || due.length >= COMMANDS_MAX) break;
      if (isHeld || busyCards.has(command.cardId)) continue;
      busyCards.add(command.cardId);
      if (this.#underway.has(command.id) || this.#outbox.isStranded(entry)) continue;
      room -= sizeOf(command);
      due.push(entry);
    }
    return due;
  }
}

const sizeOf = (command: OutboxCommand) => JSON.stringify(command).length;
const idsOf = (entries: readonly PendingCommand[]) =>
  new Set(entries.map(({ command }) => command.id));
