import type { CardEvent } from "@hefboom/sync";
import { expect, it } from "vitest";

import { eventRuns } from "./event-runs.ts";

const event = (changes: Partial<CardEvent>): CardEvent => ({
  at: 1,
  phase: "write",
  kind: "place",
  card: "a",
  lever: "h01",
  ...changes,
});

it("says what was done in turn to several cards once, in the order it was done", () => {
  const events = [
    event({}),
    event({ card: "b" }),
    event({ card: "b", kind: "delete", lever: null }),
    event({ card: "a" }),
  ];

  expect(eventRuns(events)).toEqual([
    {
      at: 1,
      phase: "write",
      events: '[["place","h01","a","b"],["delete",null,"b"],["place","h01","a"]]',
    },
  ]);
});

it("begins another run when the phase changes", () => {
  const runs = eventRuns([event({}), event({ phase: "read" }), event({})]);

  expect(runs.map(({ phase }) => phase)).toEqual(["write", "read", "write"]);
});

it("begins another run when one has grown to a good part of a page", () => {
  const runs = eventRuns(Array.from({ length: 100 }, (_, n) => event({ card: `card${n}` })));

  expect(runs.map(({ events }) => JSON.parse(events)[0].length - 2)).toEqual([24, 24, 24, 24, 4]);
});

it("is nothing for nothing", () => {
  expect(eventRuns([])).toEqual([]);
});
