import type { Outbox } from "./outbox.ts";
import type { OutboxStore } from "./outbox-store.ts";
import { replacingEdits, withChanges } from "./state/change-outbox.ts";
import { type OutboxState, readOutbox, type StoredEdit } from "./state/outbox-state.ts";
import {
  frozenWhileUnsigned,
  isSigned,
  RENEW_MS,
  withoutPage,
  withSign,
} from "./state/page-signs.ts";

/** A store that does not answer within this time holds nothing up: the page goes on in memory. */
const STORE_TIMEOUT_MS = 3_000;

class TooLate extends Error {
  constructor() {
    super("storage does not answer");
  }
}

interface WriterPorts {
  readonly page: string;
  readonly store: OutboxStore;
  /** Device time in ms since 1970. */
  readonly now: () => number;
  /** Whether this page could send now. */
  isReady(): boolean;
  /** Letters under way on this page. */
  edits(): readonly StoredEdit[];
  /** Letters of a page that is gone: they go on here. */
  onTakenOver(edits: readonly StoredEdit[]): void;
  /** Storage fails, or works again. */
  onStorage(): void;
  /** Something was written, or is known not to be: what may be sent may have changed. */
  onWritten(): void;
}

/**
 * Shares the outbox with the other pages: writes each change, one write at a time, learns with each what others did, and
 * finds out which page sends.
 */
export class OutboxWriter {
  readonly #outbox: Outbox;
  readonly #ports: WriterPorts;
  /** Resolves when what was stored before is here, or storage has failed. */
  readonly begun: Promise<void>;
  #begin: () => void = () => undefined;
  readonly #stopListening: (() => void) | undefined;
  #writing: Promise<void> | undefined;
  /** The last use of storage: one at a time. */
  #turn: Promise<unknown> = Promise.resolve();
  #isDirty = false;
  #isGone = false;
  /** "failing": storage is denied, full or hangs. This page then sends what it made, for nobody else may know it. */
  #storage: "unknown" | "works" | "failing" = "unknown";
  #holder: string | undefined;
  #renewing: unknown;
  /** Edits of other pages that went on here; while storage fails it still shows them as theirs. */
  readonly #takenIds = new Set<string>();

  constructor(outbox: Outbox, ports: WriterPorts) {
    this.#outbox = outbox;
    this.#ports = ports;
    this.begun = new Promise((resolve) => {
      this.#begin = resolve;
    });
    this.#stopListening = ports.store.onChange?.(() => this.touch());
  }

  /** Whether this page is the one that sends. */
  get isHolder(): boolean {
    return this.#storage === "failing" || this.#holder === this.#ports.page;
  }

  /** Whether storage is denied, full or hangs. */
  get isFailing(): boolean {
    return this.#storage === "failing";
  }

  /** Writes soon, and learns what others wrote. */
  touch(): void {
    if (this.#isGone) return;
    this.#isDirty = true;
    this.#writing ??= this.#write();
  }

  /** This page may be gone soon: leaves its place to others at once. A later `touch` takes part again. */
  async leave(): Promise<void> {
    clearTimeout(this.#renewing);
    this.#isGone = true;
    this.#ports.store.announce?.("gone");
    await this.#writing;
    if (!this.#isGone) return; // it came back meanwhile
    await this.#store((state) => withoutPage(state, this.#ports.page));
  }

  /** The page goes on after all. */
  comeBack(): void {
    if (this.#isGone) this.#ports.store.announce?.("back");
    this.#isGone = false;
    this.touch();
  }

  async stop(): Promise<void> {
    await this.leave();
    this.#stopListening?.();
  }

  async #write(): Promise<void> {
    await undefined; // what one event handler changes makes one write
    while (this.#isDirty) {
      this.#isDirty = false;
      await this.#renew();
      this.#begin();
    }
    this.#writing = undefined;
    this.#planRenewal();
  }

  async #renew(): Promise<void> {
    const { page, now, store } = this.#ports;
    const isGone = await this.#inTime(store.goneCheck?.()).catch(() => undefined);
    const stored = await this.#store(
      (state) => withSign(state, { page, nowMs: now(), isReady: this.#ports.isReady(), isGone }),
      isGone,
    );
    this.#takeOver(stored?.edits.filter((edit) => edit.page === page) ?? []);
    this.#ports.onWritten();
  }

  /** @returns what is stored now; `undefined` when storage failed, and then all of it is tried again with the next change */
  #store(
    change: (state: OutboxState) => OutboxState,
    isKnownGone: (page: string) => boolean = () => false,
  ): Promise<OutboxState | undefined> {
    const stored = this.#turn.then(() => this.#storeNow(change, isKnownGone));
    this.#turn = stored;
    return stored;
  }

  async #storeNow(
    change: (state: OutboxState) => OutboxState,
    isKnownGone: (page: string) => boolean,
  ): Promise<OutboxState | undefined> {
    const changes = [...this.#outbox.unwritten];
    const edits = replacingEdits(this.#ports.page, this.#ports.edits());
    let isLate = false;
    let seen: OutboxState | undefined;
    let next: OutboxState | undefined;
    const updating = this.#ports.store.update((stored) => {
      if (isLate) throw new TooLate(); // this page went on without it
      seen = frozenWhileUnsigned(readOutbox(stored), this.#ports);
      next = change(edits(withChanges(seen, changes)));
      return next;
    });
    try {
      await this.#inTime(updating);
    } catch (error) {
      isLate = error instanceof TooLate;
      if (isLate) void this.#touchWhenDone(updating);
      this.#note("failing");
      const isGone = (page: string) =>
        seen !== undefined && (isKnownGone(page) || (!isLate && this.#hasNoSign(seen, page)));
      const isUnconfirmed = isLate && seen !== undefined;
      this.#outbox.notWritten(changes.length, { seen, isUnconfirmed, isGone });
      this.#takeOver(seen?.edits.filter((edit) => isGone(edit.page)) ?? []);
      return undefined;
    }
    this.#note("works");
    if (next === undefined) return undefined;
    this.#holder = next.holder;
    this.#outbox.written(next, changes.length);
    return next;
  }

  /** Where storage is full for one page it is for all: whoever gives no sign of life cannot have altered what it left. */
  #hasNoSign({ pages }: OutboxState, page: string): boolean {
    return page !== this.#ports.page && !isSigned(pages[page], this.#ports.now());
  }

  /** Letters that another page left go on here. */
  #takeOver(edits: readonly StoredEdit[]): void {
    const known = new Set(this.#ports.edits().map(({ id }) => id));
    const taken = edits.filter(({ id }) => !known.has(id) && !this.#takenIds.has(id));
    for (const { id } of taken) this.#takenIds.add(id);
    if (taken.length > 0) this.#ports.onTakenOver(taken);
  }

  /** Storage answers after all: now it can be known what it holds. */
  async #touchWhenDone(updating: Promise<void>): Promise<void> {
    await updating.catch(() => undefined);
    this.touch();
  }

  #note(storage: "works" | "failing"): void {
    const wasFailing = this.isFailing;
    this.#storage = storage;
    if (wasFailing !== this.isFailing) this.#ports.onStorage();
  }

  /** While something is pending a sign of life is due, and a look at whether the holder still gives one. */
  #planRenewal(): void {
    clearTimeout(this.#renewing);
    const { pending, edits } = this.#outbox.state; // also what a page left that is gone by then
    const hasWork = pending.length + edits.length + this.#ports.edits().length > 0;
    if (hasWork && !this.#isGone) this.#renewing = setTimeout(() => this.touch(), RENEW_MS);
  }

  async #inTime<T>(work: Promise<T> | undefined): Promise<T | undefined> {
    if (work === undefined) return undefined;
    let timer: unknown;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new TooLate()), STORE_TIMEOUT_MS);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
