import type { CardOwner } from "@hefboom/board";

import {
  type BoardLog,
  type BoardRecords,
  type CardEvent,
  type LogEntry,
  LogError,
  type Seq,
  type StoredLog,
} from "../board-log.ts";

interface Stored {
  entries: LogEntry[];
  owners: Map<string, CardOwner>;
  done: Map<string, string>;
}

/** A log in memory for tests; it can be told to refuse, and to move on by itself as another node would. */
export class MemoryBoardLog implements BoardLog {
  readonly #boards = new Map<string, Stored>();
  /** While set, appends fail with it. */
  failure: LogError | undefined;
  /** Called before each append; a test looks around, or appends as another node. */
  beforeAppend: (() => Promise<void>) | undefined;

  addBoard(boardId: string): void {
    this.#boards.set(boardId, { entries: [], owners: new Map(), done: new Map() });
  }

  eventsOf(boardId: string): CardEvent[] {
    return this.#stored(boardId).entries.flatMap(({ events }) => [...events]);
  }

  async load(boardId: string): Promise<StoredLog> {
    const { entries } = this.#stored(boardId);
    const updates = entries.flatMap(({ update }, index) =>
      update === undefined ? [] : [{ seq: index + 1, update }],
    );
    return { updates, head: entries.length };
  }

  async records(boardId: string): Promise<BoardRecords> {
    const { owners, entries } = this.#stored(boardId);
    return {
      owners: [...owners.values()],
      clients: entries.flatMap(({ clients }) => [...clients]),
    };
  }

  async doneBy(boardId: string, commandIds: readonly string[]): Promise<Map<string, string>> {
    const { done } = this.#stored(boardId);
    return new Map([...done].filter(([id]) => commandIds.includes(id)));
  }

  async append(boardId: string, after: Seq, entry: LogEntry): Promise<Seq> {
    const look = this.beforeAppend;
    this.beforeAppend = undefined;
    await look?.();
    const stored = this.#stored(boardId);
    if (this.failure !== undefined) throw this.failure;
    if (stored.entries.length !== after) throw new LogError("LOG_MOVED", `head is not ${after}`);
    stored.entries.push(entry);
    for (const owner of entry.owners) stored.owners.set(owner.cardId, owner);
    for (const { id, personId } of entry.doneCommands) stored.done.set(id, personId);
    return after + 1;
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #stored(boardId: string): Stored {
    const stored = this.#boards.get(boardId);
    if (stored === undefined) throw new LogError("LOG_MISSING", `no board ${boardId}`);
    return stored;
  }
}
