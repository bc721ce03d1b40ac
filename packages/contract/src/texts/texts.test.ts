import { describe, expect, it } from "vitest";

import { catalogueParts, catalogues } from "./catalogues.ts";

/** Names of the placeholders of an ICU message. Braces within a placeholder's hold the words of a case: every other depth. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [, brace, name = ""] of message.matchAll(/([{}])\s*(\w*)/g)) {
    if (brace === "{" && depth % 2 === 0) names.add(name);
    depth += brace === "{" ? 1 : -1;
  }
  return [...names].sort();
}
const dutch: Record<string, string> = catalogues.nl;
const english: Record<string, string> = catalogues.en;

const parts = ["participant", "staff", "server"] as const;

describe.each(parts)("the catalogues for %s", (part) => {
  it("have the same keys, sorted", () => {
    const keys = Object.keys(catalogueParts.nl[part]);

    expect(Object.keys(catalogueParts.en[part])).toEqual(keys);
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)));
  });
});

describe("the catalogues", () => {
  it("hold all texts of one first word in one part: it says who loads a text", () => {
    const firstWords = parts.map((part) => {
      return new Set(Object.keys(catalogueParts.nl[part]).map((key) => key.split(".")[0]));
    });
    const all = firstWords.flatMap((words) => [...words]);

    expect(all.filter((word, i) => all.indexOf(word) !== i)).toEqual([]);
  });

  it.each([
    ["{count, plural, one {kaart van {name}} other {# kaarten}}", ["count", "name"]],
    ["geen", []],
  ])("%s needs %j", (message, names) => {
    expect(placeholders(message)).toEqual(names);
  });

  it.each(Object.keys(dutch))("%s has words and the same placeholders in both", (key) => {
    const [one = "", other = ""] = [dutch[key], english[key]];

    expect(one.trim()).not.toBe("");
    expect(other.trim()).not.toBe("");
    expect(placeholders(other)).toEqual(placeholders(one));
  });
});
