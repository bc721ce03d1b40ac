import { type Card, cardsOf, placesOf, readCards, textsOf } from "@hefboom/board";
import * as Y from "yjs";

import { call } from "../api.ts";
import type { TestServer } from "../test-server.ts";

/** The stored board as a newcomer gets it. */
export async function readBoard(
  server: TestServer,
  boardId: string,
  token: string,
): Promise<Y.Doc> {
  const answer = await call(server, `/api/boards/${boardId}/state`, { token });
  if (!answer.ok) throw new Error(`state: ${answer.status}`);
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, new Uint8Array(await answer.arrayBuffer()));
  return doc;
}

export async function readStoredCards(
  server: TestServer,
  boardId: string,
  token: string,
): Promise<Card[]> {
  return readCards(await readBoard(server, boardId, token));
}

/** Everything of a board that people can tell apart, as plain values. */
export function contentOf(doc: Y.Doc): unknown {
  const texts = [...textsOf(doc)].map(([id, text]) => [id, text.toString()]);
  const roots = [...doc.share.keys()].filter((name) => doc.share.get(name)?._map.size).sort();
  return {
    cards: sorted(cardsOf(doc).toJSON()),
    places: sorted(placesOf(doc).toJSON()),
    texts: sorted(Object.fromEntries(texts)),
    meta: doc.getMap("meta").toJSON(),
    levers: sorted(doc.getMap("levers").toJSON()),
    roots,
  };
}

/** Whether all that `seen` holds, letters and deletions alike, is in `stored` too. */
export function holdsAll(stored: Y.Doc, seen: Y.Doc): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(stored));
  let isMore = false;
  copy.on("update", () => {
    isMore = true;
  });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(seen));
  return !isMore && copy.store.pendingStructs === null;
}

const sorted = (record: Record<string, unknown>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
