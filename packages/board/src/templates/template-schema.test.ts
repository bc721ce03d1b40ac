import { Value } from "typebox/value";
import { describe, expect, it } from "vitest";

import { elfHefbomen } from "./elf-hefbomen.ts";
import { templateSchema } from "./template-schema.ts";

const lever = { id: "z9", number: 0, title: { de: "Kai" } };
const group = { id: "wasser", title: { de: "Wasser" }, hue: 220, levers: [lever] };
const template = { id: "haven", title: { de: "Hafen" }, groups: [group], labelSets: [] };

describe("templateSchema", () => {
  it.each<[string, unknown]>([
    ["the eleven levers", elfHefbomen],
    ["another language, without hints and labels", template],
    ["a regional tag", { ...template, title: { "nl-BE": "Haven", "zh-Hant": "港" } }],
  ])("takes %s", (_, candidate) => {
    expect(Value.Check(templateSchema, candidate)).toBe(true);
  });

  it.each<[string, unknown]>([
    ["no groups", { ...template, groups: [] }],
    ["a group without levers", { ...template, groups: [{ ...group, levers: [] }] }],
    ["a text that is no words", { ...template, title: { nl: 5 } }],
    ["a text under what is no locale", { ...template, title: { "!": { deep: 5 } } }],
    ["a text under __proto__", { ...template, title: JSON.parse('{"__proto__":"x"}') }],
    ["an id with capitals", { ...template, groups: [{ ...group, id: "Wasser" }] }],
    ["a hue outside the circle", { ...template, groups: [{ ...group, hue: 361 }] }],
    ["an unknown field", { ...template, script: "x" }],
  ])("refuses %s", (_, candidate) => {
    expect(Value.Check(templateSchema, candidate)).toBe(false);
  });
});
