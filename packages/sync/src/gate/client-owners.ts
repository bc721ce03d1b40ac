import type { Actor } from "@hefboom/board";
import * as Y from "yjs";

/**
 * Who writes under which Yjs clientID. One belongs to the person whose connection first wrote, or announced presence,
 * with it; those the server wrote under belong to nobody.
 */
export class ClientOwners {
  readonly #ownerOf = new Map<number, string | null>();
  readonly #countOf = new Map<string, number>();

  readonly #maxPerPerson: number;

  constructor(
    known: Iterable<{ clientId: number; personId: string | null }>,
    maxPerPerson: number,
  ) {
    this.#maxPerPerson = maxPerPerson;
    for (const { clientId, personId } of known) this.claim(clientId, personId);
  }

  claim(clientId: number, personId: string | null): void {
    if (this.#ownerOf.has(clientId)) return;
    this.#ownerOf.set(clientId, personId);
    if (personId !== null) this.#countOf.set(personId, (this.#countOf.get(personId) ?? 0) + 1);
  }

  isOwn(clientId: number, personId: string): boolean {
    return this.#ownerOf.get(clientId) === personId;
  }

  /**
   * Nobody has it, nothing in `doc` was written under it, and this participant has not too many. The staff is not
   * counted: their pages take a new one each time they type after a reload, on boards that are open for weeks.
   * @param claiming how many others this person is about to claim with it
   */
  isFree(doc: Y.Doc, clientId: number, { personId, role }: Actor, claiming = 0): boolean {
    return (
      !this.#ownerOf.has(clientId) &&
      clientId !== doc.clientID &&
      Y.getState(doc.store, clientId) === 0 &&
      claiming < this.#maxPerPerson &&
      (role !== "participant" || (this.#countOf.get(personId) ?? 0) + claiming < this.#maxPerPerson)
    );
  }
}
