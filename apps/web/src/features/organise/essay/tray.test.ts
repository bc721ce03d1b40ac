import { cardsOf, orderBetween, placesOf, textsOf } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { readTray } from "./tray.ts";

it("finds the quotes without a lever, in order, and nothing else", () => {
  const doc = aBoard();
  const first = orderBetween(null, null);
  const put = (id: string, kind: "note" | "quote", lever: string | null, order: string) => {
    cardsOf(doc).set(id, { kind });
    textsOf(doc).set(id, new Y.Text(`woorden van ${id}`));
    placesOf(doc).set(id, { lever, order });
  };
  put("b", "quote", null, orderBetween(first, null));
  put("a", "quote", null, first);
  put("placed", "quote", "h01", first);
  put("note", "note", null, first);

  const tray = readTray(Y.encodeStateAsUpdateV2(doc));

  expect(tray.quotes.map((card) => card.text)).toEqual(["woorden van a", "woorden van b"]);
  expect(tray.quoteCount).toBe(3);
  expect(tray.levers).toHaveLength(11);
});
