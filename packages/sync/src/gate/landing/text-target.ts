import { textsOf } from "@hefboom/board";
import * as Y from "yjs";

import { Refusal } from "../gate-verdict.ts";

/**
 * Where a struct lands: in the text of a card, or nowhere because its parent or neighbour was deleted and
 * collected (Yjs then stores it without effect).
 */
export type Target =
  | { kind: "text"; type: Y.AbstractType<unknown>; cardId: string }
  | { kind: "gone" };

export const GONE: Target = { kind: "gone" };

/** The card whose text `type` is. @throws {Refusal} when it is anything but a text of the root `texts` */
export function targetOfType(doc: Y.Doc, type: Y.AbstractType<unknown>): Target {
  const texts = textsOf(doc); // first: on a board just read, asking makes the root anew, and the parents of its items
  const holder = type._item;
  if (holder === null || holder.parent !== texts || holder.parentSub === null) {
    throw new Refusal("not-allowed", "lands outside the texts of cards");
  }
  return { kind: "text", type, cardId: holder.parentSub };
}

/** Target of what is put beside the stored struct that holds `id`. */
export function targetBeside(doc: Y.Doc, struct: Y.Item | Y.GC): Target {
  if (!(struct instanceof Y.Item)) return GONE;
  if (struct.parentSub !== null) throw new Refusal("not-allowed", "lands beside a key of a map");
  // An integrated item's parent is a type; only undecoded ones have an id or a root's name.
  return targetOfType(doc, struct.parent as Y.AbstractType<unknown>);
}

/** Target of what is put into the type that the stored struct at `id` holds. */
export function targetInsideStored(doc: Y.Doc, id: Y.ID): Target {
  const struct: Y.Item | Y.GC = Y.getItem(doc.store, id);
  if (!(struct instanceof Y.Item)) return GONE;
  if (struct.content instanceof Y.ContentType) {
    // Only what integrated items hold is in the store, so this type is a whole one.
    return targetOfType(doc, struct.content.type as Y.AbstractType<unknown>);
  }
  if (struct.deleted) return GONE;
  throw new Refusal("not-allowed", "its parent holds no text");
}

/**
 * Two neighbours must stand in one text, or both be gone: Yjs would follow the left one and break the right one's list,
 * and it cuts each where the new one is to stand before it sees that the other is gone.
 */
export function commonTarget(left: Target | undefined, right: Target | undefined): Target {
  const both = left !== undefined && right !== undefined;
  if (both && typeOf(left) !== typeOf(right)) {
    throw new Refusal("not-allowed", "stands between two texts");
  }
  return left ?? right ?? GONE;
}

const typeOf = (target: Target) => (target.kind === "text" ? target.type : undefined);
