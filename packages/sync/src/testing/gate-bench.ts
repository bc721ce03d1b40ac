import {
  type Actor,
  applyCommand,
  type CardOwner,
  LastOrders,
  type Ownership,
  textsOf,
} from "@hefboom/board";
import { aBoard, aCreate, anActor, TEST_NOW } from "@hefboom/board/testing";
import * as Y from "yjs";

import { openBooks } from "../books/books.ts";
import { ClientOwners } from "../gate/client-owners.ts";
import type { GateVerdict } from "../gate/gate-verdict.ts";
import { judgeUpdate } from "../gate/judge-update.ts";
import { defaultRoomLimits } from "../limits/room-limits.ts";

/** A board with one card of `me` and one of somebody else, and a gate before it. */
export class GateBench {
  readonly doc = aBoard();
  readonly me: Actor = anActor();
  readonly other: Actor = anActor();
  readonly clients = new ClientOwners([], defaultRoomLimits.clientIds);
  readonly mine: string;
  readonly theirs: string;
  readonly #owners = new Map<string, CardOwner>();
  readonly #lasts = new LastOrders(this.doc);
  readonly #books = openBooks({ owners: [], held: [], votes: [], people: [] });

  constructor() {
    this.mine = this.addCard(this.me, "van mij");
    this.theirs = this.addCard(this.other, "van een ander");
  }

  get owners(): Ownership {
    return { ownerOf: (cardId) => this.#owners.get(cardId) };
  }

  addCard(actor: Actor, text: string): string {
    const create = aCreate({ text });
    const { cardId } = create;
    applyCommand({ ...this.#applying(actor), owner: undefined }, create);
    const { personId, consent } = actor;
    this.#owners.set(cardId, { cardId, personId, consent, speakerAgrees: false, isDeleted: false });
    return cardId;
  }

  /** As many cards, in one transaction; `ownerOf` says whose the card with that number is. */
  addCards(count: number, ownerOf: (index: number) => Actor, text: string): string[] {
    return this.doc.transact(() =>
      Array.from({ length: count }, (_, index) => this.addCard(ownerOf(index), text)),
    );
  }

  removeCard(cardId: string): void {
    const owner = this.#owners.get(cardId);
    applyCommand({ ...this.#applying(this.me), owner }, { op: "delete", id: cardId, cardId });
    if (owner !== undefined) this.#owners.set(cardId, { ...owner, isDeleted: true });
  }

  #applying(actor: Actor) {
    const { doc, owners } = this;
    return { doc, owners, lasts: this.#lasts, actor, now: TEST_NOW, ...this.#books };
  }

  /** A replica with all that the board holds. */
  replica(clientId?: number): Y.Doc {
    const replica = new Y.Doc();
    if (clientId !== undefined) replica.clientID = clientId;
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(this.doc));
    return replica;
  }

  /** @throws what the gate threw without meaning to: no test may take that for a refusal */
  judge(update: Uint8Array, actor: Actor = this.me): GateVerdict {
    const { doc, owners, clients } = this;
    const context = { doc, actor, owners, clients, limits: defaultRoomLimits, now: TEST_NOW };
    const verdict = judgeUpdate(context, update);
    if (verdict.kind === "malformed" && verdict.fault !== undefined) throw verdict.fault;
    return verdict;
  }

  /** Judges, and applies what is let through, as the room does. */
  take(update: Uint8Array, actor: Actor = this.me): GateVerdict {
    const verdict = this.judge(update, actor);
    if (verdict.kind !== "apply") return verdict;
    Y.applyUpdate(this.doc, verdict.update);
    for (const clientId of verdict.newClients) this.clients.claim(clientId, actor.personId);
    return verdict;
  }

  textOf(cardId: string, doc: Y.Doc = this.doc): Y.Text {
    const text = textsOf(doc).get(cardId);
    if (text === undefined) throw new Error(`no text of ${cardId}`);
    return text;
  }
}

/** What `change` does to `doc`, as one update. */
export function updateOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on("update", keep);
  change(doc);
  doc.off("update", keep);
  return updates.length > 0 ? Y.mergeUpdates(updates) : Y.encodeStateAsUpdate(doc, before);
}
