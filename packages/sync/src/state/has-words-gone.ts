import * as Y from "yjs";

/** Where the letters of stored updates begin; read from each once, as taking one apart costs as much as merging it. */
const lettersIn = new WeakMap<Uint8Array, readonly Y.ID[]>();

/**
 * Whether stored updates hold letters of a card that is not on the board any more: it was hidden or deleted since, and
 * who was not here then gets no word of it. Single letters taken out of a text that is still there do not count.
 */
export function hasWordsGone(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  return updates.some((update) => noteWords(update).some((id) => isGone(doc, id)));
}

/** Called once an update is stored, so that who comes in later does not wait for it. */
export function noteWords(update: Uint8Array): readonly Y.ID[] {
  const known = lettersIn.get(update);
  if (known !== undefined) return known;
  const letters = Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.id : [],
  );
  lettersIn.set(update, letters);
  return letters;
}

/** What lay in a type that was deleted is collected whole. */
function isGone(doc: Y.Doc, id: Y.ID): boolean {
  const struct: unknown = Y.getItem(doc.store, id);
  return struct instanceof Y.GC;
}
