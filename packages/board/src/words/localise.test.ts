import { expect, it } from "vitest";

import { localise } from "./localise.ts";

it.each([
  [{ nl: "Klein", en: "Small" }, "en", "nl", "Small"],
  [{ nl: "Klein", en: "Small" }, "de", "nl", "Klein"],
  [{ fy: "Lyts" }, "de", "nl", "Lyts"],
  [{}, "nl", "nl", ""],
])("gives of %j in %s, else %s: %s", (text, locale, fallback, expected) => {
  expect(localise(text, locale, fallback)).toBe(expected);
});
