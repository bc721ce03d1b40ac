import type { CreateCommand, FinalRefusal } from "@hefboom/board";
import type { OutboxCommand } from "./outbox-command.ts";
import { type Failure, inDoubt, releasedFromGone } from "./state/alone.ts";
import {
  adding,
  attempting,
  discarding,
  keeping,
  type OutboxChange,
  releasing,
  settling,
  withChanges,
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
  /** What storage is known to hold. */
  #stored: OutboxState = EMPTY_OUTBOX;
  /** What storage holds as sent. */
  #safeIds: ReadonlySet<string> = new Set();
  /** While storage fails: what may leave without it. */
  #alone: { isGone(page: string): boolean; readonly doubtful: ReadonlySet<string> } | undefined;
  /** What storage is known to hold since it fails, and is no longer altered. */
  #frozenIds: ReadonlySet<string> = new Set();
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

  /**
   * Whether every page that sends it sends the same: storage holds it, never to be altered, or storage fails and no other
   * page can have another version.
   */
  isSafeToSend({ command, page }: PendingCommand): boolean {
    if (this.#safeIds.has(command.id)) return true;
    if (this.#alone === undefined) return false;
    return page === this.#page
      ? !this.#alone.doubtful.has(command.cardId)
      : this.#alone.isGone(page);
  }

  /** Whether it cannot leave before storage works again, so that nothing is to wait for it. */
  isStranded(entry: PendingCommand): boolean {
    return this.#alone !== undefined && !this.isSafeToSend(entry);
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
    this.#unwritten = this.#unwritten.slice(count);
    this.#alone = undefined;
    this.#frozenIds = new Set();
    this.#seen(stored);
  }

  /**
   * Storage failed to take the first `count` unwritten changes. Other pages may send what storage holds of this page's, so
   * that stays as it is from now on: what would alter it becomes a command of its own.
   */
  notWritten(count: number, failure: Failure): void {
    const { seen, isUnconfirmed, isGone } = failure;
    const stored = releasedFromGone(seen ?? this.#stored, failure);
    const handed = this.#unwritten.slice(0, count);
    const doubtful = isUnconfirmed
      ? inDoubt(stored, withChanges(stored, handed), this.#page)
      : (seen === undefined && this.#alone?.doubtful) || new Set<string>();
    this.#alone = { isGone, doubtful };
    this.#freeze(stored, isUnconfirmed ? handed : []);
    this.#seen(stored);
  }

  /** Nothing that follows alters any more what other pages may know of this one's, as it is with the `handed` changes. */
  #freeze(stored: OutboxState, handed: readonly OutboxChange[]): void {
    const known = withChanges(stored, handed).pending.filter(({ page }) => page === this.#page);
    const ids = new Set(known.map(({ command }) => command.id));
    if (handed.length === 0) {
      for (const id of this.#frozenIds) ids.delete(id);
      this.#frozenIds = new Set([...this.#frozenIds, ...ids]);
    }
    if (ids.size === 0) return;
    const rest = this.#unwritten.slice(handed.length);
    this.#unwritten = [...handed, attempting(ids), ...rest];
  }

  #seen(stored: OutboxState): void {
    this.#stored = stored;
    const attempted = stored.pending.filter(({ isAttempted }) => isAttempted);
    this.#safeIds = new Set(attempted.map(({ command }) => command.id));
    const before = this.#state;
    this.#become(withChanges(stored, this.#unwritten));
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
