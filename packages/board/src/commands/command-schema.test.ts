import { Value } from "typebox/value";
import { describe, expect, it } from "vitest";

import { aCreate } from "../testing/builders.ts";
import { commandSchema } from "./command-schema.ts";

const place = { op: "place", id: "i".repeat(20), cardId: "c".repeat(20), lever: null };

describe("commandSchema", () => {
  it.each<[string, unknown]>([
    ["a note", aCreate()],
    ["a card at the edge of its lever's area", aCreate({ x: -100_000, y: 100_000 })],
    ["a card into the tray", place],
    ["a key that the server will spread", { ...place, order: "a".repeat(400) }],
    ["a text that the judge will call too long", aCreate({ text: "a".repeat(200_000) })],
  ])("takes %s", (_, command) => {
    expect(Value.Check(commandSchema, command)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["an unknown op", { ...place, op: "erase" }],
    ["an unknown field", { ...place, author: "p".repeat(20) }],
    ["a forged via", { ...aCreate(), via: "essay" }],
    ["a short id", aCreate({ cardId: "abc" })],
    ["capitals in an id", aCreate({ cardId: "C".repeat(20) })],
    ["a newline after an id", aCreate({ cardId: `${"c".repeat(20)}\n` })],
    ["an inherited name as an id", aCreate({ cardId: "__proto__" })],
    ["a card outside the area", aCreate({ x: 100_001, y: 0 })],
    ["a place that is no number", { ...place, x: Number.NaN, y: 0 }],
    ["an infinite place", { ...place, x: Number.POSITIVE_INFINITY, y: 0 }],
    ["a key with other letters", { ...place, order: "a-0" }],
    ["a kind we do not know", { ...aCreate(), kind: "drawing" }],
    ["a consent we do not know", { ...aCreate(), consent: "yes" }],
    ["a label set named __proto__", { ...aCreate(), labels: JSON.parse('{"__proto__":"x"}') }],
    ["a name of 61 letters", aCreate({ speaker: "a".repeat(61) })],
    [
      "nine label sets",
      aCreate({ labels: Object.fromEntries(Array.from("abcdefghi", (id) => [id, "x"])) }),
    ],
    ["no command at all", null],
  ])("refuses %s", (_, command) => {
    expect(Value.Check(commandSchema, command)).toBe(false);
  });
});
