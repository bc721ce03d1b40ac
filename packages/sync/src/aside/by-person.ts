import type { Actor, Ownership } from "@hefboom/board";

import type { BookChanges } from "../board-log.ts";

type Grouped<T> = ReadonlyMap<string | null, readonly T[]>;

/** What is about somebody's cards, by whose they are. */
export function byOwner<T>(
  items: Iterable<T>,
  owners: Ownership,
  cardIdOf: (item: T) => string,
): Grouped<T> {
  return grouped(items, (item) => owners.ownerOf(cardIdOf(item))?.personId ?? null);
}

/**
 * The part of a batch's changes that can be about one person. A hall has thousands of sockets, and a reveal changes
 * thousands of cards: without this each of them would be looked at for each of them.
 */
export class ChangesByPerson {
  readonly #changes: BookChanges;
  readonly #held: Grouped<BookChanges["held"][number]>;
  readonly #released: Grouped<string>;
  readonly #votes: Grouped<BookChanges["votes"][number]>;
  readonly #people: Grouped<BookChanges["people"][number]>;

  constructor(changes: BookChanges, owners: Ownership) {
    this.#changes = changes;
    this.#held = byOwner(changes.held, owners, ({ cardId }) => cardId);
    this.#released = byOwner(changes.released, owners, (cardId) => cardId);
    this.#votes = grouped(changes.votes, ({ voter }) => voter);
    this.#people = grouped(changes.people, ({ personId }) => personId);
  }

  /** The staff may know of others' too, so they look at everything. */
  of({ personId, role }: Actor): BookChanges {
    if (role !== "participant") return this.#changes;
    return {
      held: this.#held.get(personId) ?? [],
      released: this.#released.get(personId) ?? [],
      votes: this.#votes.get(personId) ?? [],
      people: this.#people.get(personId) ?? [],
    };
  }
}

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string | null): Grouped<T> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
