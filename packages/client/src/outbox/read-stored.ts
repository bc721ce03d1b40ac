import type { OutboxStore, StoredOutbox } from "../board-session-api.ts";

const EMPTY: StoredOutbox = { pending: [], drawer: [], ownCardIds: [] };

/** What an earlier life of this page left, empty when storage is denied, new or of another make. */
export async function loadStored(store: OutboxStore): Promise<Required<StoredOutbox>> {
  let stored: Partial<StoredOutbox> | undefined;
  try {
    stored = await store.load();
  } catch {
    stored = undefined; // storage denied: the session goes on in memory
  }
  const { pending, drawer, ownCardIds, attempted, edits } = { ...EMPTY, ...stored };
  return {
    pending: listOf(pending).filter(({ id, cardId, op }) => Boolean(id && cardId && op)),
    drawer: listOf(drawer).filter(({ id }) => Boolean(id)),
    ownCardIds: listOf(ownCardIds),
    attempted: listOf(attempted),
    edits: listOf(edits).filter(({ update }) => update instanceof Uint8Array),
  };
}

const listOf = <T>(list: readonly T[] | undefined): readonly T[] =>
  Array.isArray(list) ? list : [];
