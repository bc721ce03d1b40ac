import {
  type Card,
  cardsOf,
  isAlwaysAllowed,
  type Meta,
  peopleOf,
  placesOf,
  readCard,
  readClusters,
  readLevers,
  readMeta,
  readResults,
  textsOf,
} from "@hefboom/board";
import type { AsideCard } from "@hefboom/contract/messages";
import type * as Y from "yjs";

import type { BesideBoard } from "../aside/beside-board.ts";
import type { CardView } from "../board-view.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { OutboxCommand } from "../outbox/outbox-command.ts";
import type { BoardSessionOptions } from "../session-options.ts";
import type { TypedTexts } from "../text/typed-texts.ts";
import type { JustSaved } from "./just-saved.ts";
import { layOver } from "./overlay.ts";
import { ProvisionalOrders } from "./provisional-orders.ts";
import type { PartSources } from "./view-store.ts";
import type { ReplicaPart } from "./watch-replica.ts";

interface Sources {
  readonly me: BoardSessionOptions["me"];
  readonly outbox: Outbox;
  readonly typed: TypedTexts;
  readonly justSaved: JustSaved;
  readonly beside: Pick<BesideBoard, "held" | "isOwn">;
  doc(): Y.Doc;
  /** Where what is pending lies. */
  pendingOn(): "on-device" | "on-page";
  /** The last key that the view shows on a lever. */
  lastOrderOn(lever: string | null): string | undefined;
}

/** The board as it is now for this device: the confirmed replica, and what is held, with what is pending laid over it. */
export class CurrentBoard {
  /** What is shown of it beside the cards. */
  readonly parts: PartSources<ReplicaPart> = {
    meta: () => this.meta(),
    levers: () => readLevers(this.#sources.doc()),
    clusters: () => readClusters(this.#sources.doc()),
    results: () => readResults(this.#sources.doc()),
    people: () => new Map(peopleOf(this.#sources.doc()).entries()),
  };
  readonly #sources: Sources;
  readonly #orders: ProvisionalOrders;

  constructor(sources: Sources) {
    this.#sources = sources;
    this.#orders = new ProvisionalOrders((lever) => sources.lastOrderOn(lever));
  }

  card(cardId: string): CardView | undefined {
    const { outbox, typed, beside, me } = this.#sources;
    const commands = outbox.on(cardId);
    const card = this.#withPending(cardId, commands);
    if (card === undefined) return undefined;
    const isPending = commands.length > 0 || typed.isPending(cardId);
    const held = this.#heldAs(cardId);
    return {
      ...card,
      ...(held !== undefined && { held: held.state }),
      saving: isPending ? this.#sources.pendingOn() : "saved",
      isOwn: card.author === me.personId || outbox.isOwn(cardId) || beside.isOwn(cardId),
    };
  }

  textOf(cardId: string): string | undefined {
    return this.#withPending(cardId, this.#sources.outbox.on(cardId))?.text;
  }

  meta(): Meta {
    return readMeta(this.#sources.doc());
  }

  /** Whether others may see this person here; with authors hidden nobody is. */
  isShown(): boolean {
    return !this.isHidden() && isAlwaysAllowed(this.#sources.me.role, "be-present");
  }

  isHidden(): boolean {
    return this.meta().authors === "hidden";
  }

  /** Whether everybody has this card. */
  isOnBoard(cardId: string): boolean {
    const doc = this.#sources.doc();
    return cardsOf(doc).has(cardId) && placesOf(doc).has(cardId);
  }

  /** Whether this card has come from the server: with the replica, or as one that is held. */
  has(cardId: string): boolean {
    return this.isOnBoard(cardId) || this.#sources.beside.held(cardId) !== undefined;
  }

  /**
   * Whether letters may travel: with authors hidden none may, and a card that is not on the board has no text to type
   * in. Nor where the text is not yet what was saved of it: typed onto the older one, the same words would come twice.
   */
  isShared(cardId: string): boolean {
    const isBehind = this.#sources.justSaved.on(cardId).some(({ op }) => op === "rewrite");
    return !this.isHidden() && !isBehind && textsOf(this.#sources.doc()).has(cardId);
  }

  #heldAs(cardId: string): AsideCard | undefined {
    return this.isOnBoard(cardId) ? undefined : this.#sources.beside.held(cardId);
  }

  #confirmed(cardId: string): Card | undefined {
    const held = this.#heldAs(cardId);
    if (held === undefined) return readCard(this.#sources.doc(), cardId);
    return { ...held.facts, id: cardId, text: held.text, place: held.place };
  }

  #withPending(cardId: string, pending: readonly OutboxCommand[]): Card | undefined {
    const { me, outbox, typed, justSaved } = this.#sources;
    const commands = [...justSaved.on(cardId), ...pending];
    if (outbox.entries.length === 0 && justSaved.isEmpty) this.#orders.clear();
    const confirmed = this.#confirmed(cardId);
    const text = confirmed && typed.textOf(cardId);
    const base = confirmed && text !== undefined ? { ...confirmed, text } : confirmed;
    if (commands.length === 0) return base;
    return layOver(base, commands, {
      author: me.role === "participant" && !this.isHidden() ? me.personId : undefined,
      orderOf: (command) => this.#orders.of(command),
    });
  }
}
