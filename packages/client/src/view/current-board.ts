import {
  type Card,
  type CardCommand,
  isAllowed,
  type LeverView,
  type Meta,
  type Person,
  peopleOf,
  readCard,
  readLevers,
  readMeta,
} from "@hefboom/board";
import type * as Y from "yjs";

import type { CardView } from "../board-view.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { BoardSessionOptions } from "../session-options.ts";
import type { TypedTexts } from "../text/typed-texts.ts";
import type { JustSaved } from "./just-saved.ts";
import { layOver } from "./overlay.ts";
import { ProvisionalOrders } from "./provisional-orders.ts";

interface Sources {
  readonly me: BoardSessionOptions["me"];
  readonly outbox: Outbox;
  readonly typed: TypedTexts;
  readonly justSaved: JustSaved;
  doc(): Y.Doc;
  /** Where what is pending lies. */
  pendingOn(): "on-device" | "on-page";
  /** The last key that the view shows on a lever. */
  lastOrderOn(lever: string | null): string | undefined;
}

/** The board as it is now for this device: the confirmed replica with what is pending laid over it. */
export class CurrentBoard {
  readonly #sources: Sources;
  readonly #orders: ProvisionalOrders;

  constructor(sources: Sources) {
    this.#sources = sources;
    this.#orders = new ProvisionalOrders((lever) => sources.lastOrderOn(lever));
  }

  card(cardId: string): CardView | undefined {
    const { outbox, typed, me } = this.#sources;
    const commands = outbox.on(cardId);
    const card = this.#withPending(cardId, commands);
    if (card === undefined) return undefined;
    const isPending = commands.length > 0 || typed.isPending(cardId);
    return {
      ...card,
      saving: isPending ? this.#sources.pendingOn() : "saved",
      isOwn: card.author === me.personId || outbox.isOwn(cardId),
    };
  }

  textOf(cardId: string): string | undefined {
    return this.#withPending(cardId, this.#sources.outbox.on(cardId))?.text;
  }

  meta(): Meta {
    return readMeta(this.#sources.doc());
  }

  levers(): LeverView[] {
    return readLevers(this.#sources.doc());
  }

  people(): ReadonlyMap<string, Person> {
    return new Map(peopleOf(this.#sources.doc()).entries());
  }

  /** Whether others may see this person here; with authors hidden nobody is. */
  isShown(): boolean {
    const { authors, phase } = this.meta();
    return authors === "shown" && isAllowed(this.#sources.me.role, phase.id, "be-present");
  }

  isHidden(): boolean {
    return this.meta().authors === "hidden";
  }

  #withPending(cardId: string, pending: readonly CardCommand[]): Card | undefined {
    const { me, outbox, typed, justSaved } = this.#sources;
    const commands = [...justSaved.on(cardId), ...pending];
    if (outbox.entries.length === 0 && justSaved.isEmpty) this.#orders.clear();
    const confirmed = readCard(this.#sources.doc(), cardId);
    const text = confirmed && typed.textOf(cardId);
    const base = confirmed && text !== undefined ? { ...confirmed, text } : confirmed;
    if (commands.length === 0) return base;
    return layOver(base, commands, {
      author: me.role === "participant" && !this.isHidden() ? me.personId : undefined,
      orderOf: (command) => this.#orders.of(command),
    });
  }
}
