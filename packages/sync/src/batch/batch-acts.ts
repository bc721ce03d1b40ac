import {
  type Actor,
  type Command,
  hasHiddenAuthors,
  NOBODY_ID,
  newId,
  type Ownership,
} from "@hefboom/board";
import type * as Y from "yjs";

import type { Act } from "../board-log.ts";
import type { ToldActs } from "../books/told-acts.ts";

/** What participants do with what is not theirs alone. That they move cards about, where a plan lets them, is told by no one. */
const OF_PARTICIPANTS: readonly Command["op"][] = [
  "rewrite",
  "label",
  "cluster",
  "uncluster",
  "undo",
];

interface Ground {
  readonly doc: Y.Doc;
  readonly owners: Ownership;
  readonly told: ToldActs;
  /** Server time in ms. */
  readonly now: number;
}

/**
 * What one batch adds to the readable log: each step of those who lead, what participants do to clusters and to each
 * other's cards, and who types in a card of somebody else. What people do with their own cards is not told.
 */
export class BatchActs {
  readonly list: Act[] = [];
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  note(actor: Actor, op: Command["op"], { id, about }: { id: string; about: string | null }): void {
    const isParticipant = actor.role === "participant";
    if (isParticipant && !OF_PARTICIPANTS.includes(op)) return;
    if (this.#isOwn(actor, about)) return;
    if (!isParticipant || this.#isNews(actor, op, about)) this.#add(actor, { id, op, about });
  }

  /** It passes for a rewriting, and has no command that could be taken back. */
  noteTyping(actor: Actor, cardId: string): void {
    if (this.#isOwn(actor, cardId) || !this.#isNews(actor, "rewrite", cardId)) return;
    this.#add(actor, { id: newId(), op: "rewrite", about: cardId });
  }

  #isOwn({ personId }: Actor, about: string | null): boolean {
    return about !== null && this.#ground.owners.ownerOf(about)?.personId === personId;
  }

  #isNews({ personId }: Actor, op: Command["op"], about: string | null): boolean {
    return this.#ground.told.isNews({ personId, op, about }, this.#ground.now);
  }

  /** With authors hidden it does not say which participant it was: their words are in that card now. */
  #add({ personId, role }: Actor, act: Pick<Act, "id" | "op" | "about">): void {
    const isUntold = role === "participant" && hasHiddenAuthors(this.#ground.doc);
    const { now: at } = this.#ground;
    this.list.push({ ...act, at, role, personId: isUntold ? NOBODY_ID : personId });
  }
}
