import { expect, it } from "vitest";

import { leverHref, leverInFragment } from "./lever-address.ts";

it.each([
  ["#lever=h03", "h03"],
  ["#lever=", null],
  ["", undefined],
  ["#key=abc", undefined],
])("reads %j as %j", (fragment, lever) => {
  expect(leverInFragment(fragment)).toBe(lever);
});

it("writes what it reads", () => {
  expect(leverInFragment(leverHref("h11"))).toBe("h11");
  expect(leverInFragment(leverHref(null))).toBeNull();
});
