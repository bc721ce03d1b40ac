import { expect, it } from "vitest";

import { anActor } from "../../testing/builders.ts";
import { votedFor, voterKey, voterOf } from "./voter.ts";

const scribe = anActor("scribe");

it("takes a table for the same however its capitals, spaces and accents were typed", () => {
  expect(voterKey(" Tafel 4 ")).toBe("tafel 4");
  expect(voterKey("Zoe\u0308")).toBe(voterKey("zoë"));
});

it("tells from the book of votes for whom a scribe voted, and who voted themselves", () => {
  expect(votedFor(voterOf(scribe, { voter: "Tafel 4 " }))).toBe("tafel 4");
  expect(votedFor(voterOf(scribe, {}))).toBeUndefined();
});
