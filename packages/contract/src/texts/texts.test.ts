import { describe, expect, it } from "vitest";

import en from "./en.json" with { type: "json" };
import nl from "./nl.json" with { type: "json" };

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
const dutch: Record<string, string> = nl;
const english: Record<string, string> = en;

describe("the catalogues", () => {
  it("have the same keys, sorted", () => {
    expect(Object.keys(english)).toEqual(Object.keys(dutch));
    expect(Object.keys(dutch)).toEqual(Object.keys(dutch).sort((a, b) => (a < b ? -1 : 1)));
  });

  it.each([
    ["{count, plural, one {kaart van {name}} other {# kaarten}}", ["count", "name"]],
    ["geen", []],
  ])("%s needs %j", (message, names) => {
    expect(placeholders(message)).toEqual(names);
  });

  it.each(Object.keys(nl))("%s has words and the same placeholders in both", (key) => {
    const [one = "", other = ""] = [dutch[key], english[key]];

    expect(one.trim()).not.toBe("");
    expect(other.trim()).not.toBe("");
    expect(placeholders(other)).toEqual(placeholders(one));
  });
});
