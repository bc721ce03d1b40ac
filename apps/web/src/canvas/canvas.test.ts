import { type BoardLayout, CARD_SIZE } from "@hefboom/board";
import { describe, expect, it } from "vitest";

import { bringIntoView, toBoard, zoomAt } from "./camera.ts";
import { dropAt, leverAt } from "./drop-place.ts";
import { fitCamera } from "./fit-camera.ts";
import { GridIndex } from "./grid-index.ts";
import { neighbour } from "./neighbour.ts";

const card = (x: number, y: number) => ({ x, y, ...CARD_SIZE });

describe("camera", () => {
  it("zooms around the point under the pointer", () => {
    const before = { x: 10, y: 20, zoom: 0.5 };
    const pointer = { x: 300, y: 200 };

    const after = zoomAt(before, pointer, 1.5);

    expect(toBoard(after, pointer).x).toBeCloseTo(toBoard(before, pointer).x);
    expect(toBoard(after, pointer).y).toBeCloseTo(toBoard(before, pointer).y);
  });

  it("stays within the zoom's range", () => {
    expect(zoomAt({ x: 0, y: 0, zoom: 4 }, { x: 0, y: 0 }, 10).zoom).toBe(4);
    expect(zoomAt({ x: 0, y: 0, zoom: 0.06 }, { x: 0, y: 0 }, 0.1).zoom).toBe(0.05);
  });

  it("fits the whole board into the view", () => {
    const { x, y, zoom } = fitCamera(
      { x: 0, y: 0, width: 2712, height: 1500 },
      { width: 1440, height: 800 },
    );

    expect(x).toBeLessThan(0);
    expect(y).toBeLessThan(0);
    expect((2712 - x) * zoom).toBeLessThan(1440);
    expect((1500 - y) * zoom).toBeLessThan(800);
  });

  it("shows a very high board from its top, large enough to read", () => {
    const camera = fitCamera(
      { x: 0, y: 0, width: 2712, height: 30_000 },
      { width: 1440, height: 800 },
    );

    expect(camera.zoom).toBe(0.36);
    expect(camera.y).toBeLessThan(0);
    expect(camera.y).toBeGreaterThan(-200);
  });

  it("moves no further than needed to see a card", () => {
    const camera = { x: 0, y: 0, zoom: 1 };
    const viewport = { width: 800, height: 600 };

    expect(bringIntoView(camera, viewport, card(100, 100))).toEqual(camera);
    expect(bringIntoView(camera, viewport, card(900, 100)).x).toBe(900 + 208 + 48 - 800);
    expect(bringIntoView(camera, viewport, card(-50, 100)).x).toBe(-98);
  });
});

it("finds what lies in a part of the board, and nothing else", () => {
  const boxes = new Map([
    ["a", card(0, 0)],
    ["b", card(2_000, 0)],
    ["c", card(0, 9_000)],
  ]);
  const index = new GridIndex(boxes);

  expect([...index.query({ x: 0, y: 0, width: 300, height: 300 })]).toEqual(["a"]);
  expect(index.query({ x: -99, y: -99, width: 99_999, height: 99_999 }).size).toBe(3);
});

it("goes to the nearest card straight ahead", () => {
  const boxes = new Map([
    ["a", card(0, 0)],
    ["right", card(220, 0)],
    ["below", card(0, 160)],
    ["aslant", card(220, 160)],
  ]);

  expect(neighbour(boxes, "a", "right")).toBe("right");
  expect(neighbour(boxes, "a", "down")).toBe("below");
  expect(neighbour(boxes, "right", "down")).toBe("aslant");
  expect(neighbour(boxes, "a", "left")).toBeUndefined();
});

describe("drop", () => {
  const lying = (id: string, order: string) => ({ id, place: { lever: "h01", order } });
  const cards = [lying("a", "a0"), lying("b", "a1")];
  const layout: BoardLayout = {
    islands: new Map(),
    levers: new Map([["h01", { x: 0, y: 0, width: 460, height: 600 }]]),
    tray: { x: 0, y: 700, width: 460, height: 200 },
    cards: new Map([
      ["a", card(16, 104)],
      ["b", card(236, 104)],
    ]),
    bounds: { x: 0, y: 0, width: 460, height: 900 },
  };

  it("knows the lever, the tray and nothing under a point", () => {
    expect(leverAt(layout, { x: 10, y: 10 })).toBe("h01");
    expect(leverAt(layout, { x: 10, y: 750 })).toBeNull();
    expect(leverAt(layout, { x: -10, y: 10 })).toBeUndefined();
  });

  it.each([
    ["before the first", { x: 30, y: 150 }, (order: string) => order < "a0"],
    ["between two", { x: 200, y: 150 }, (order: string) => order > "a0" && order < "a1"],
    ["after the last", { x: 400, y: 150 }, (order: string) => order > "a1"],
    ["below all", { x: 30, y: 500 }, (order: string) => order > "a1"],
  ])("puts a card %s", (_, point, isRight) => {
    expect(isRight(dropAt(layout, "h01", cards, point).order)).toBe(true);
  });
});
