import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { ORDER_MAX_LENGTH } from "../model/limits.ts";
import type { Place } from "../model/place-schema.ts";
import {
  compareByOrder,
  isOrderKey,
  isOrderTooLong,
  LastOrders,
  orderBetween,
  spreadCrowded,
  spreadOrders,
} from "./order.ts";
import { placesOf } from "./roots.ts";

/** Puts cards in by turns at chosen gaps, as people who drag do, and gives the keys in their order. */
function keysAfter(gaps: readonly number[]): string[] {
  const keys: string[] = [];
  for (const gap of gaps) {
    const at = gap % (keys.length + 1);
    keys.splice(at, 0, orderBetween(keys[at - 1] ?? null, keys[at] ?? null));
  }
  return keys;
}
function docWith(places: Record<string, Place>): Y.Doc {
  const doc = new Y.Doc();
  for (const [id, place] of Object.entries(places)) placesOf(doc).set(id, place);
  return doc;
}
const idsInOrder = (doc: Y.Doc, lever: string | null) =>
  [...placesOf(doc)]
    .map(([id, place]) => ({ id, place }))
    .filter(({ place }) => place.lever === lever)
    .sort(compareByOrder)
    .map(({ id }) => id);

describe("orderBetween", () => {
  it("gives a key between its neighbours, wherever cards were put before", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 60 }), (gaps) => {
        const keys = keysAfter(gaps);

        expect(keys).toEqual([...new Set(keys)].sort((a, b) => (a < b ? -1 : 1)));
        expect(keys.every(isOrderKey)).toBe(true);
      }),
    );
  });

  it.each([
    ["a1", "a1"],
    ["a2", "a1"],
  ])("gives a key after %s when the neighbour %s does not come later", (before, after) => {
    expect(orderBetween(before, after) > before).toBe(true);
  });
});

describe("isOrderKey", () => {
  it.each(["", "0", "a", "a00", "ä0", "A", "zz"])("refuses %j", (key) => {
    expect(isOrderKey(key)).toBe(false);
  });

  it.each(["a0", "Zz", "a0V", "b00"])("takes %j", (key) => {
    expect(isOrderKey(key)).toBe(true);
  });

  it("takes no key that cannot be built on at either side", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Za-z]{1,40}$/), (key) => {
        fc.pre(isOrderKey(key));

        expect(orderBetween(key, null) > key).toBe(true);
        expect(orderBetween(null, key) < key).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("compareByOrder", () => {
  it("orders by key, code unit by code unit, then by id", () => {
    const cards = [
      { id: "b", place: { lever: null, order: "a0" } },
      { id: "c", place: { lever: null, order: "Zz" } },
      { id: "a", place: { lever: null, order: "a0" } },
    ];

    expect(cards.sort(compareByOrder).map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });

  it("is a total order", () => {
    const card = fc.record(
      {
        id: fc.constantFrom("a", "b", "c"),
        place: fc.constantFrom({ lever: null, order: "a0" }, { lever: null, order: "a1" }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(card, card, card, (a, b, c) => {
        expect(compareByOrder(a, b)).toBe(0 - compareByOrder(b, a));
        if (compareByOrder(a, b) <= 0 && compareByOrder(b, c) <= 0) {
          expect(compareByOrder(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe("LastOrders", () => {
  it("gives each lever, and the tray, a key past all its cards", () => {
    const doc = docWith({
      a: { lever: "h01", order: "a5" },
      b: { lever: "h01", order: "a3" },
      c: { lever: null, order: "a7" },
    });

    const lasts = new LastOrders(doc);

    expect(lasts.next("h01") > "a5").toBe(true);
    expect(lasts.next(null) > "a7").toBe(true);
    expect(lasts.next("h02")).toBe("a0");
  });

  it("counts on from what it is told", () => {
    const lasts = new LastOrders(new Y.Doc());
    const keys = Array.from({ length: 200 }, () => {
      const order = lasts.next("h01");
      lasts.note({ lever: "h01", order });
      return order;
    });

    expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys);
  });
});

describe("spreadOrders", () => {
  it("makes the keys of one lever short again, in the same order, and leaves other levers and positions", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1), { minLength: 70, maxLength: 120 }), (gaps) => {
        const keys = keysAfter(gaps);
        const doc = docWith({ other: { lever: "h02", order: "a0V" } });
        for (const [index, order] of keys.entries()) {
          placesOf(doc).set(`c${index}`, { lever: "h01", order, x: index, y: 7 });
        }
        const before = idsInOrder(doc, "h01");
        const lasts = new LastOrders(doc);

        doc.transact(() => spreadOrders(doc, "h01", lasts));

        const places = [...placesOf(doc).values()].filter(({ lever }) => lever === "h01");
        expect(idsInOrder(doc, "h01")).toEqual(before);
        expect(places.some(({ order }) => isOrderTooLong(order))).toBe(false);
        expect(placesOf(doc).get("c3")).toMatchObject({ x: 3, y: 7 });
        expect(placesOf(doc).get("other")).toEqual({ lever: "h02", order: "a0V" });
        expect(places.every(({ order }) => lasts.next("h01") > order)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("leaves the neighbours of a long key where they are", () => {
    const doc = docWith({
      a: { lever: "h01", order: "a0" },
      b: { lever: "h01", order: `a0${"1".repeat(300)}` },
      c: { lever: "h01", order: `a0${"1".repeat(300)}2` },
      d: { lever: "h01", order: "a1" },
      e: { lever: "h01", order: "a1" },
    });
    const changed: string[] = [];
    placesOf(doc).observe(({ keysChanged }) => changed.push(...keysChanged));

    doc.transact(() => spreadOrders(doc, "h01", new LastOrders(doc)));

    expect([...new Set(changed)].sort()).toEqual(["b", "c"]);
    expect(idsInOrder(doc, "h01")).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("is done once for all keys of a batch that are too long, and for no other lever", () => {
    const doc = docWith({
      a: { lever: "h01", order: `a0${"1".repeat(300)}` },
      b: { lever: "h01", order: `a1${"1".repeat(300)}` },
      c: { lever: null, order: `a0${"1".repeat(300)}` },
      d: { lever: "h02", order: "a0" },
    });
    const lasts = new LastOrders(doc);
    let changes = 0;
    placesOf(doc).observe(({ keysChanged }) => {
      changes += keysChanged.size;
    });

    doc.transact(() => spreadCrowded(doc, lasts));
    spreadCrowded(doc, lasts);

    expect([...placesOf(doc).values()].filter(({ order }) => isOrderTooLong(order))).toEqual([]);
    expect(changes).toBe(3);
  });

  it("is due when a key is longer than the limit", () => {
    expect(isOrderTooLong("a".repeat(ORDER_MAX_LENGTH))).toBe(false);
    expect(isOrderTooLong("a".repeat(ORDER_MAX_LENGTH + 1))).toBe(true);
  });
});

describe("the lowest key there is", () => {
  const [low, long] = [`A${"0".repeat(25)}1`, `A${"0".repeat(26)}${"V".repeat(40)}`];
  const lowest = `A${"0".repeat(26)}`;

  it("leaves room before whatever anybody can lay there", () => {
    const before = [low, `${low}V`, long, lowest].map((order) => [
      orderBetween(null, order),
      order,
    ]);

    expect(before.every(([key = "", order = ""]) => isOrderKey(key) && key !== order)).toBe(true);
    expect(before.slice(0, 3).every(([key = "", order = ""]) => key < order)).toBe(true);
  });

  it("is never given, and harms nobody on a board that holds it", () => {
    const doc = docWith({
      x: { lever: "h01", order: low },
      y: { lever: "h01", order: long },
      z: { lever: "h01", order: lowest },
    });

    const lasts = new LastOrders(doc);
    spreadCrowded(doc, lasts);

    const orders = [...placesOf(doc).values()].map(({ order }) => order);
    expect(orders.some(isOrderTooLong)).toBe(false);
    expect(idsInOrder(doc, "h01")).toEqual(["z", "y", "x"]);
    expect(lasts.next("h01") > low).toBe(true);
    expect(new LastOrders(docWith({ z: { lever: null, order: lowest } })).next(null) > lowest).toBe(
      true,
    );
  });
});
