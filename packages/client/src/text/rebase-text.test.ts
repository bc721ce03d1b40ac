import { expect, it } from "vitest";

import { rebaseText } from "./rebase-text.ts";

it.each([
  { base: "ab", next: "abc", now: "ab", is: "abc", when: "nobody else typed" },
  { base: "ab", next: "xab", now: "ab!", is: "xab!", when: "theirs is behind" },
  { base: "ab", next: "ab!", now: "xab", is: "xab!", when: "theirs is before" },
  { base: "ab", next: "abM", now: "abT", is: "abTM", when: "both append" },
  { base: "abc", next: "ac", now: "abXc", is: "aXc", when: "they insert beside what is taken out" },
  { base: "abcd", next: "abXcd", now: "ad", is: "aXd", when: "they take away around the caret" },
  { base: "abcd", next: "", now: "abXcd", is: "", when: "all is taken out" },
])("$when: $base → $next over $now", ({ base, next, now, is }) => {
  expect(rebaseText(base, next, now)).toBe(is);
});
