import type { CreateCommand, FinalRefusal } from "@hefboom/board";

import type { OutboxCommand } from "./outbox-command.ts";
import {
  adding,
  attempting,
  discarding,
  keeping,
  type OutboxChange,
  releasing,
  settling,
} from "./state/change-outbox.ts";
import {
  EMPTY_OUTBOX,
  type OutboxState,
  type PendingCommand,
  type StoredDrawerEntry,
} from "./state/outbox-state.ts";

interface OutboxEvents {
  /** Something is, or is no longer, pending for this card, or it turned out to be of this device. */
  onCard(cardId: string): void;
  onDrawer(): void;
  /** Another page was told that this is saved. */
  onSavedElsewhere(command: OutboxCommand): void;
  /** There is something to be written. */
  onChange(): void;
}

/**
 * What this person asked for, as this page knows it: what storage held last, with this page's changes since then laid over
 * it. Every change is there at once and stays whatever other pages write meanwhile.
 */
export class Outbox {
  readonly #page: string;
  readonly #events: OutboxEvents;
  #state: OutboxState = EMPTY_OUTBOX;
  /** What storage holds as sent. */
  #safeIds: ReadonlySet<string> = new Set();
  #unwritten: OutboxChange[] = [];
  #ownCardIds: ReadonlySet<string> = new Set();

  constructor(page: string, events: OutboxEvents) {
    this.#page = page;
    this.#events = events;
  }

  get entries(): readonly PendingCommand[] {
    return this.#state.pending;
  }

  get drawer(): readonly StoredDrawerEntry[] {
    return this.#state.drawer;
  }

  get state(): OutboxState {
    return this.#state;
  }

  /** What is not stored yet. */
  get unwritten(): readonly OutboxChange[] {
    return this.#unwritten;
  }

  isOwn(cardId: string): boolean {
    return this.#ownCardIds.has(cardId);
  }

  on(cardId: string): OutboxCommand[] {
    const commands: OutboxCommand[] = [];
    for (const { command } of this.entries) {
      if (command.cardId === cardId) commands.push(command);
    }
    return commands;
  }

  createOf(cardId: string): CreateCommand | undefined {
    return this.on(cardId).find((command) => command.op === "create");
  }

  add(command: OutboxCommand, { isHeld = false } = {}): void {
    this.#change(adding({ command, page: this.#page, isAttempted: false, isHeld }));
  }

  release(cardId: string): void {
    this.#change(releasing(cardId));
  }

  /** These are to be sent. */
  attempt(ids: ReadonlySet<string>): void {
    this.#change(attempting(ids));
  }

  /** Whether storage holds the command as it is, never to be altered: whoever sends it after a crash sends the same. */
  isSafeToSend({ command }: PendingCommand): boolean {
    return this.#safeIds.has(command.id);
  }

  /** The server's last word on a command. @returns the command, if it was still pending */
  settle(id: string, refused?: FinalRefusal): OutboxCommand | undefined {
    const entry = this.entries.find(({ command }) => command.id === id);
    if (entry !== undefined) this.#change(settling(id, refused));
    return entry?.command;
  }

  keep(entry: StoredDrawerEntry): void {
    this.#change(keeping(entry));
  }

  /** @returns what was thrown away, if it was there */
  discard(drawerId: string): StoredDrawerEntry | undefined {
    const entry = this.drawer.find(({ id }) => id === drawerId);
    if (entry !== undefined) this.#change(discarding(drawerId));
    return entry;
  }

  /** The first `count` unwritten changes are stored now, together with what other pages did: `stored`. */
  written(stored: OutboxState, count: number): void {
    const attempted = stored.pending.filter(({ isAttempted }) => isAttempted);
    this.#safeIds = new Set(attempted.map(({ command }) => command.id));
    this.#unwritten = this.#unwritten.slice(count);
    const before = this.#state;
    this.#become(this.#unwritten.reduce((state, change) => change(state), stored));
    for (const command of this.#savedSince(before)) this.#events.onSavedElsewhere(command);
  }

  #change(change: OutboxChange): void {
    this.#unwritten.push(change);
    this.#become(change(this.#state));
    this.#events.onChange();
  }

  /** What is no longer pending without having been refused; pages may alter only their own commands unsent. */
  #savedSince(before: OutboxState): OutboxCommand[] {
    const { pending, drawer } = this.#state;
    const known = new Set([
      ...pending.map(({ command }) => command.id),
      ...drawer.map(({ id }) => id),
    ]);
    return before.pending
      .filter(({ page, isAttempted }) => isAttempted || page === this.#page)
      .map(({ command }) => command)
      .filter(({ id }) => !known.has(id));
  }

  #become(state: OutboxState): void {
    const before = this.#state;
    this.#state = state;
    if (before.ownCardIds !== state.ownCardIds) this.#ownCardIds = new Set(state.ownCardIds);
    for (const cardId of changedCards(before, state)) this.#events.onCard(cardId);
    if (before.drawer !== state.drawer) this.#events.onDrawer();
  }
}

function changedCards(before: OutboxState, after: OutboxState): Set<string> {
  const changed = new Set<string>();
  if (before.pending !== after.pending) {
    for (const { command } of before.pending) changed.add(command.cardId);
    for (const { command } of after.pending) changed.add(command.cardId);
  }
  if (before.ownCardIds !== after.ownCardIds) {
    const known = new Set(before.ownCardIds);
    for (const cardId of after.ownCardIds) if (!known.has(cardId)) changed.add(cardId);
  }
  return changed;
}
