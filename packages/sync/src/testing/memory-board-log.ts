import type { BinnedCard, CardOwner, HeldCard } from "@hefboom/board";

import {
  type Act,
  type BoardLog,
  type BoardRecords,
  type BookChanges,
  type CardEvent,
  type DoneCommandRow,
  type LogEntry,
  LogError,
  type PersonRow,
  type Rewriting,
  type Seq,
  type StoredLog,
  type StoredSnapshot,
  type StoredUpdate,
  type VoteRow,
} from "../board-log.ts";

interface Stored {
  head: Seq;
  epoch: number;
  snapshot: StoredSnapshot | undefined;
  updates: StoredUpdate[];
  events: CardEvent[];
  owners: Map<string, CardOwner>;
  clients: BoardRecords["clients"];
  done: Map<string, DoneCommandRow>;
  doneLongAgo: Set<string>;
  bin: Map<string, BinnedCard>;
  acts: Act[];
  held: Map<string, HeldCard>;
  votes: Map<string, VoteRow>;
  people: Map<string, PersonRow>;
  names: Map<string, string | null>;
}

/** A log in memory for tests; it can be told to refuse, and to move on by itself as another node would. */
export class MemoryBoardLog implements BoardLog {
  readonly #boards = new Map<string, Stored>();
  /** While set, whatever writes fails with it. */
  failure: LogError | undefined;
  /** Of so many of a board's newest commands a rewriting leaves more than that they were done. */
  doneKept = 3_000;
  /** Called before each append; a test looks around, or appends as another node. */
  beforeAppend: (() => Promise<void>) | undefined;

  addBoard(boardId: string): void {
    this.#boards.set(boardId, {
      head: 0,
      epoch: 1,
      snapshot: undefined,
      updates: [],
      events: [],
      owners: new Map(),
      clients: [],
      done: new Map(),
      doneLongAgo: new Set(),
      bin: new Map(),
      acts: [],
      held: new Map(),
      votes: new Map(),
      people: new Map(),
      names: new Map(),
    });
  }

  eventsOf(boardId: string): CardEvent[] {
    return [...this.#stored(boardId).events];
  }

  async load(boardId: string): Promise<StoredLog> {
    const { epoch, snapshot, updates, head } = this.#stored(boardId);
    return { epoch, snapshot, updates: [...updates], head };
  }

  async records(boardId: string): Promise<BoardRecords> {
    const { owners, clients, held, votes, people } = this.#stored(boardId);
    return {
      owners: [...owners.values()],
      clients: [...clients],
      held: [...held.values()],
      votes: [...votes.values()],
      people: [...people.values()],
    };
  }

  async acts(boardId: string, { before, count }: { before: number; count: number }) {
    const { acts } = this.#stored(boardId);
    return acts
      .filter(({ at }) => at < before)
      .toReversed()
      .slice(0, count);
  }

  async doneBy(boardId: string, commandIds: readonly string[]) {
    const { done, doneLongAgo } = this.#stored(boardId);
    const known = new Map<string, string | null>();
    for (const id of commandIds) if (doneLongAgo.has(id)) known.set(id, null);
    for (const { id, personId } of pick(done, commandIds)) known.set(id, personId);
    return known;
  }

  async inversesOf(boardId: string, commandIds: readonly string[]) {
    const { done } = this.#stored(boardId);
    return new Map(
      pick(done, commandIds).flatMap(({ id, personId, inverse }) =>
        inverse === undefined ? [] : [[id, { personId, inverse }] as const],
      ),
    );
  }

  async inversesBy(boardId: string, personId: string): Promise<string[]> {
    return [...this.#stored(boardId).done.values()].flatMap((one) =>
      one.personId === personId ? (one.inverse ?? []) : [],
    );
  }

  /** As far as somebody was renamed here: who came in is in no table of this log. */
  async nameOf(boardId: string, personId: string): Promise<string | undefined> {
    return this.#stored(boardId).names.get(personId) ?? undefined;
  }

  async binned(boardId: string, cardIds: readonly string[]): Promise<Map<string, BinnedCard>> {
    return new Map(pick(this.#stored(boardId).bin, cardIds).map((card) => [card.cardId, card]));
  }

  async bin(boardId: string): Promise<BinnedCard[]> {
    return [...this.#stored(boardId).bin.values()].sort((a, b) => b.binnedAt - a.binnedAt);
  }

  async head(boardId: string): Promise<Seq> {
    return this.#stored(boardId).head;
  }

  async append(boardId: string, after: Seq, entry: LogEntry): Promise<Seq> {
    const look = this.beforeAppend;
    this.beforeAppend = undefined;
    await look?.();
    const stored = this.#stored(boardId);
    await this.probe();
    if (stored.head !== after) throw new LogError("LOG_MOVED", `head is not ${after}`);
    stored.head += 1;
    if (entry.update !== undefined) stored.updates.push({ seq: stored.head, update: entry.update });
    stored.events.push(...entry.events);
    stored.clients.push(...entry.clients);
    for (const owner of entry.owners) stored.owners.set(owner.cardId, owner);
    for (const command of entry.doneCommands) stored.done.set(command.id, command);
    for (const cardId of entry.restored) stored.bin.delete(cardId);
    for (const card of entry.binned) stored.bin.set(card.cardId, card);
    stored.acts.push(...entry.acts);
    keepBooks(stored, entry.books);
    return stored.head;
  }

  async rewrite(boardId: string, { upTo, epoch, parts }: Rewriting): Promise<void> {
    const stored = this.#stored(boardId);
    await this.probe();
    if (upTo > stored.head || upTo < (stored.snapshot?.seq ?? 0)) {
      throw new LogError("LOG_MOVED", `${boardId} cannot be rewritten up to ${upTo}`);
    }
    stored.snapshot = { seq: upTo, parts: [...parts] };
    stored.epoch = Math.max(stored.epoch, epoch);
    stored.updates = stored.updates.filter(({ seq }) => seq > upTo);
    const old = Math.max(0, stored.done.size - this.doneKept);
    for (const id of [...stored.done.keys()].slice(0, old)) {
      stored.done.delete(id);
      stored.doneLongAgo.add(id);
    }
  }

  async clearBin(before: number): Promise<void> {
    await this.probe();
    for (const { bin } of this.#boards.values()) {
      for (const { cardId, binnedAt } of bin.values()) if (binnedAt < before) bin.delete(cardId);
    }
  }

  async clearActs({ before, count }: { before: number; count: number }): Promise<void> {
    await this.probe();
    for (const stored of this.#boards.values()) {
      const isOfParticipant = ({ role }: Act) => role === "participant";
      const kept = new Set([
        ...stored.acts.filter(isOfParticipant).slice(-count),
        ...stored.acts.filter((act) => !isOfParticipant(act)).slice(-count),
      ]);
      stored.acts = stored.acts.filter((act) => act.at >= before && kept.has(act));
    }
  }

  async probe(): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #stored(boardId: string): Stored {
    const stored = this.#boards.get(boardId);
    if (stored === undefined) throw new LogError("LOG_MISSING", `no board ${boardId}`);
    return stored;
  }
}

function keepBooks(stored: Stored, books: BookChanges | undefined): void {
  for (const card of books?.held ?? []) stored.held.set(card.cardId, card);
  for (const cardId of books?.released ?? []) stored.held.delete(cardId);
  for (const vote of books?.votes ?? []) {
    const key = [vote.ballot, vote.voter, vote.target].join("/");
    if (vote.dots > 0) stored.votes.set(key, vote);
    else stored.votes.delete(key);
  }
  for (const { personId, stoppedAt, handAt, name } of books?.people ?? []) {
    stored.people.set(personId, { personId, stoppedAt, handAt });
    if (name !== undefined) stored.names.set(personId, name);
  }
}

function pick<Value>(map: ReadonlyMap<string, Value>, ids: readonly string[]): Value[] {
  return ids.flatMap((id) => map.get(id) ?? []);
}
