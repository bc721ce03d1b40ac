import { type AuthorsMode, readMeta } from "@hefboom/board";
import { aBoard } from "@hefboom/board/testing";
import type { Connection } from "@hefboom/client";
import { expect, it } from "vitest";

import { presentOn } from "./use-present.ts";

const meta = readMeta(aBoard());
const people = new Map([
  ["anna", { name: "Anna", hue: 10 }],
  ["at-home", { hue: 20 }],
  ["gone", { hue: 30 }],
]);
/** Two who take part, a facilitator and a scribe. */
const peers = ["anna", "at-home", "facilitator", "scribe"].map((participantId) => ({
  participantId,
  hue: 10,
}));
const present = (authors: AuthorsMode, state: Connection = { state: "online" }) =>
  presentOn({
    connection: state,
    meta: { ...meta, authors },
    // With authors hidden nobody is told of anybody.
    peers: authors === "hidden" ? [] : peers,
    people: authors === "hidden" ? new Map() : people,
    presentCount: 4,
  });

it("tells the hall how many take part, without who leads and who writes for others", () => {
  expect(present("shown")).toEqual({ words: "wall.present", count: 2 });
});

it("with authors hidden tells how many are there, in words that are true of everybody", () => {
  expect(present("hidden")).toEqual({ words: "wall.here", count: 4 });
});

it("tells no old number while the connection is gone", () => {
  expect(present("shown", { state: "offline" }).count).toBe(0);
});
