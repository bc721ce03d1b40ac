import { expect, it } from "vitest";

import { noteArrivals } from "./arrivals.ts";

const card = (id: string, at?: number, lever: string | null = "h01", text = "woorden") => ({
  id,
  text,
  place: { lever },
  ...(at === undefined ? {} : { at }),
});

it("puts the newest by server time first when the wall opens", () => {
  expect(noteArrivals([], [card("a", 1), card("b", 3), card("c", 2)])).toEqual(["b", "c", "a"]);
});

it("puts what arrives before what was known, whatever its time", () => {
  expect(noteArrivals(["b", "a"], [card("a", 1), card("b", 3), card("c", 2)])).toEqual([
    "c",
    "b",
    "a",
  ]);
});

it("orders cards without a time by id", () => {
  expect(noteArrivals([], [card("z"), card("m")])).toEqual(["m", "z"]);
});

it("leaves out the tray, empty cards and cards that went", () => {
  const cards = [card("a", 1, null), card("b", 2, "h01", " "), card("c", 3)];

  expect(noteArrivals(["gone", "a"], cards)).toEqual(["c"]);
});
