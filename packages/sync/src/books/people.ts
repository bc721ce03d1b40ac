import type { WritablePeopleBook } from "@hefboom/board";

import type { PersonRow } from "../board-log.ts";

/** What was decided about the people of one board, with what the batch under way changed. */
export class RoomPeople implements WritablePeopleBook {
  readonly #people = new Map<string, PersonRow>();
  readonly #changed = new Map<string, PersonRow & { name?: string | null }>();

  constructor(stored: Iterable<PersonRow>) {
    for (const person of stored) this.#people.set(person.personId, person);
  }

  isStopped(personId: string): boolean {
    return (this.#people.get(personId)?.stoppedAt ?? null) !== null;
  }

  isKnown(personId: string): boolean {
    return this.#people.has(personId);
  }

  isHandUp(personId: string): boolean {
    return (this.#people.get(personId)?.handAt ?? null) !== null;
  }

  /** The longest first. */
  hands(): { personId: string; at: number }[] {
    return [...this.#people.values()]
      .flatMap(({ personId, handAt }) => (handAt === null ? [] : [{ personId, at: handAt }]))
      .sort((a, b) => a.at - b.at);
  }

  stopped(): string[] {
    return [...this.#people.keys()].filter((personId) => this.isStopped(personId));
  }

  /** Somebody came in. */
  meet(personId: string): void {
    if (!this.isKnown(personId)) this.#change(personId, {});
  }

  forget(personId: string): void {
    this.#people.delete(personId);
    this.#changed.delete(personId);
  }

  setStopped(personId: string, at: number | null): void {
    this.#change(personId, { stoppedAt: at });
  }

  setHand(personId: string, at: number | null): void {
    this.#change(personId, { handAt: at });
  }

  setName(personId: string, name: string | null): void {
    const person = this.#change(personId, {});
    this.#changed.set(personId, { ...person, name });
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  takeChanges(): (PersonRow & { name?: string | null })[] {
    const changes = [...this.#changed.values()];
    this.#changed.clear();
    return changes;
  }

  #change(personId: string, changes: Partial<PersonRow>): PersonRow {
    const before = this.#people.get(personId) ?? { personId, stoppedAt: null, handAt: null };
    const person = { ...before, ...changes };
    this.#people.set(personId, person);
    this.#changed.set(personId, { ...this.#changed.get(personId), ...person });
    return person;
  }
}
