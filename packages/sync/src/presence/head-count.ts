import type { PresentPerson } from "./present-client.ts";

/** How many people are in a room, however many windows each of them has open. */
export class HeadCount {
  readonly #windowsOf = new Map<string, number>();

  get count(): number {
    return this.#windowsOf.size;
  }

  add(person: PresentPerson): void {
    this.#add(person, 1);
  }

  delete(person: PresentPerson): void {
    this.#add(person, -1);
  }

  #add({ personId, isWatcher }: PresentPerson, change: 1 | -1): void {
    if (isWatcher) return;
    const windows = (this.#windowsOf.get(personId) ?? 0) + change;
    if (windows > 0) this.#windowsOf.set(personId, windows);
    else this.#windowsOf.delete(personId);
  }
}
