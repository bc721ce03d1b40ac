import { expect, it } from "vitest";

import { escapeLine } from "./escape-markdown.ts";

it("shows addresses as code, wherever they stand", () => {
  const line = escapeLine("mail jan+x@example.org, zie www.example.org of (els@a.nl)");

  expect(line).toBe("mail `jan+x@example.org`, zie `www.example.org` of (`els@a.nl`)");
});

it("takes time in proportion to the length of a word", () => {
  const word = "a".repeat(500_000); // the square of it would take hours

  expect(escapeLine(word)).toBe(word);
});
