import { expect, it } from "vitest";

import { keyInFragment } from "./exchange-key.ts";

it.each([
  ["#key=abc", "abc"],
  ["#key=a%2Fb&x=1", "a/b"],
  ["", undefined],
  ["#other", undefined],
])("reads %j as %j", (fragment, key) => {
  expect(keyInFragment(fragment)).toBe(key);
});
