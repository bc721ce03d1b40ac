import { replaceText, textsOf } from "@hefboom/board";
import * as Y from "yjs";

interface WorkingEvents {
  /** Letters typed here, as an update that nobody else has yet. */
  onTyped(cardId: string, update: Uint8Array): void;
  /** Somebody else's letters are in the text now, or the text is gone. */
  onRemote(cardId: string): void;
  /** The text is another one under the same card, which was deleted and restored: letters typed in the old one are gone. */
  onRenewed(cardId: string): void;
}

/**
 * A second document beside the confirmed replica, in which this person types. It is fed by the replica; what is typed
 * here comes back through the server. When something is refused it is thrown away and made anew, because a Y.Doc cannot
 * take letters back.
 */
export class WorkingTexts {
  readonly #doc = new Y.Doc();
  readonly #confirmed: Y.Doc;
  readonly #events: WorkingEvents;
  readonly #renewed = new Set<string>();
  #typingIn = "";

  /** @param clientId to go on under, when all that was written under it is in `confirmed`; else a new one */
  constructor(confirmed: Y.Doc, events: WorkingEvents, clientId?: number) {
    this.#confirmed = confirmed;
    this.#events = events;
    Y.applyUpdate(this.#doc, Y.encodeStateAsUpdate(confirmed));
    if (clientId !== undefined) this.#doc.clientID = clientId;
    confirmed.on("update", this.#feed);
    this.#doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === this) events.onTyped(this.#typingIn, update);
    });
    textsOf(this.#doc).observeDeep((changes, transaction) => {
      if (transaction.origin === this) return;
      for (const change of changes) {
        const [cardId] = change.path;
        if (cardId === undefined) this.#textsChanged(change.keys);
        else events.onRemote(String(cardId));
      }
    });
  }

  get clientId(): number {
    return this.#doc.clientID;
  }

  textOf(cardId: string): string | undefined {
    return textsOf(this.#doc).get(cardId)?.toString();
  }

  /** Does nothing when there is no such text. */
  type(cardId: string, next: string): void {
    const text = textsOf(this.#doc).get(cardId);
    if (text === undefined) return;
    this.#typingIn = cardId;
    this.#doc.transact(() => replaceText(text, next), this);
  }

  /** Lays an edit of an earlier document over this one. @returns false when it does not fit; then this one is spoilt */
  apply(update: Uint8Array): boolean {
    try {
      Y.applyUpdate(this.#doc, update);
    } catch {
      return false; // not an update at all
    }
    return this.#doc.store.pendingStructs === null && this.#doc.store.pendingDs === null;
  }

  destroy(): void {
    this.#confirmed.off("update", this.#feed);
    this.#doc.destroy();
  }

  readonly #feed = (update: Uint8Array): void => {
    Y.applyUpdate(this.#doc, update);
    // Only now: what is typed inside an observer would belong to the replica's transaction.
    for (const cardId of this.#renewed) this.#events.onRenewed(cardId);
    this.#renewed.clear();
  };

  #textsChanged(keys: Y.YEvent<Y.AbstractType<unknown>>["keys"]): void {
    for (const [cardId, { action }] of keys) {
      if (action !== "delete") this.#renewed.add(cardId);
      this.#events.onRemote(cardId);
    }
  }
}
