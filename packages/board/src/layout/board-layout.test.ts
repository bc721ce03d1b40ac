import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readLevers, readMeta } from "../document/read-board.ts";
import type { Place } from "../model/place-schema.ts";
import { elfHefbomen } from "../templates/elf-hefbomen.ts";
import type { Template } from "../templates/template-schema.ts";
import { aBoard } from "../testing/builders.ts";
import { type Box, CARD_SIZE, LEVER_HEADER, layoutBoard } from "./board-layout.ts";

function layout(
  counts: Record<string, number>,
  { template = elfHefbomen, by = {} }: { template?: Template; by?: Partial<Place> } = {},
) {
  const doc = aBoard({ template });
  const cardsOn = (lever: string | null) =>
    Array.from({ length: counts[lever ?? "tray"] ?? 0 }, (_, index) => ({
      id: `${lever}-${index}`,
      place: { lever, order: "a0", ...by },
    }));
  return layoutBoard(readMeta(doc).groups, readLevers(doc), cardsOn);
}
/** A template with so many levers a group. */
const aTemplate = (sizes: readonly number[]): Template => ({
  ...elfHefbomen,
  groups: sizes.map((size, group) => ({
    id: `g${group}`,
    title: { nl: `Groep ${group}` },
    hue: 30,
    levers: Array.from({ length: size }, (_, lever) => ({
      id: `l${group}-${lever}`,
      number: lever,
      title: { nl: "Hefboom" },
    })),
  })),
});
const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
/** Heights are fractions where three levers share an island: less than this is rounding. */
const ROUNDING = 0.001;
const holds = (outer: Box, inner: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + ROUNDING &&
  inner.y + inner.height <= outer.y + outer.height + ROUNDING;

describe("layoutBoard", () => {
  it("fills a 16:9 wall with the eleven levers, empty", () => {
    const { bounds } = layout({});

    const ratio = bounds.width / bounds.height;
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(1.9);
  });

  it("stands the eleven levers as 2 × 2, three wide ones stacked, and 2 × 2", () => {
    const { levers } = layout({});
    const columnsOf = (ids: string[]) => new Set(ids.map((id) => levers.get(id)?.x)).size;

    expect(columnsOf(["h01", "h02", "h03", "h04"])).toBe(2);
    expect(columnsOf(["h05", "h06", "h07"])).toBe(1);
    expect(columnsOf(["h08", "h09", "h10", "h11"])).toBe(2);
    expect(levers.get("h06")?.width).toBeGreaterThan(levers.get("h01")?.width ?? 0);
    expect(levers.get("h02")?.y).toBe(levers.get("h01")?.y);
    expect(levers.get("h03")?.y).toBeGreaterThan(levers.get("h01")?.y ?? 0);
  });

  it("lets no two levers meet, and holds all in the bounds, for any template and any number of cards", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.array(fc.nat(40), { maxLength: 12 }), (groupSizes, cards) => {
        const template = aTemplate(groupSizes);
        const ids = template.groups.flatMap((group) => group.levers.map(({ id }) => id));
        const counts = Object.fromEntries(ids.map((id, index) => [id, cards[index] ?? 0]));

        const { levers, islands, bounds, cards: boxes } = layout(counts, { template });

        const all = [...levers.values()];
        for (const [index, box] of all.entries()) {
          expect(all.slice(index + 1).some((other) => overlaps(box, other))).toBe(false);
          expect(holds(bounds, box)).toBe(true);
        }
        for (const { id, levers: own } of template.groups) {
          const island = islands.get(id);
          for (const lever of own) {
            expect(island && holds(island.box, levers.get(lever.id) ?? bounds)).toBe(true);
          }
        }
        for (const [id, box] of boxes) {
          expect(holds(levers.get(id.replace(/-\d+$/, "")) ?? box, box)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("pushes only what lies below a lever that grows", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...readLevers(aBoard())),
        fc.integer({ min: 5, max: 200 }),
        (lever, count) => {
          const before = layout({}).levers;
          const after = layout({ [lever.id]: count }).levers;

          const grown = before.get(lever.id);
          for (const [id, box] of before) {
            const now = after.get(id);
            const isBelow = grown !== undefined && box.x === grown.x && box.y > grown.y;
            expect([now?.x, now?.width]).toEqual([box.x, box.width]);
            if (isBelow) expect(now?.y).toBeGreaterThanOrEqual(box.y);
            else expect(now?.y).toBe(box.y);
            if (id !== lever.id) expect(now?.height).toBe(box.height);
          }
        },
      ),
    );
  });

  it("lays cards under the header, side by side, without overlap", () => {
    const { cards, levers } = layout({ h01: 7 });

    const boxes = [...cards.values()];
    const top = (levers.get("h01")?.y ?? 0) + LEVER_HEADER;
    for (const [index, box] of boxes.entries()) {
      expect(box).toMatchObject(CARD_SIZE);
      expect(box.y).toBeGreaterThanOrEqual(top);
      expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false);
    }
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
  });

  it("leaves a card where somebody laid it, relative to its lever, and stretches the lever to hold it", () => {
    const { cards, levers } = layout({ h04: 1 }, { by: { x: 30, y: 900 } });

    const lever = levers.get("h04");
    const card = cards.get("h04-0");
    expect([(card?.x ?? 0) - (lever?.x ?? 0), (card?.y ?? 0) - (lever?.y ?? 0)]).toEqual([30, 900]);
    expect(lever?.height).toBeGreaterThan(900 + CARD_SIZE.height);
  });

  it("does not stretch a lever to a card that was thrown far away", () => {
    const far = layout({ h04: 1 }, { by: { x: 100_000, y: 100_000 } });

    expect(far.levers.get("h04")?.height).toBe(layout({}).levers.get("h04")?.height);
  });

  it("puts the tray beside all levers, in the bounds only when it holds cards", () => {
    const empty = layout({});
    const full = layout({ h01: 30, tray: 60 });

    for (const box of full.levers.values()) expect(full.tray.x).toBeGreaterThan(box.x + box.width);
    expect(holds(full.bounds, full.tray)).toBe(true);
    expect(empty.bounds.width).toBeLessThanOrEqual(empty.tray.x);
  });

  it("widens the tray before it makes it higher than an island", () => {
    const some = layout({ tray: 12 });
    const many = layout({ tray: 24 });

    expect(many.tray.width).toBeGreaterThan(some.tray.width);
    expect(many.bounds.height).toBe(layout({}).bounds.height);
    for (const id of ["null-0", "null-23"]) {
      expect(holds(many.tray, many.cards.get(id) ?? many.bounds)).toBe(true);
    }
  });

  it("has a board for no groups at all", () => {
    const { bounds } = layoutBoard([], [], () => []);

    expect(bounds.width).toBeGreaterThan(0);
    expect(bounds.height).toBeGreaterThan(0);
  });
});
