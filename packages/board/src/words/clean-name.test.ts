import { expect, it } from "vitest";

import { NAME_MAX_LENGTH } from "../model/limits.ts";
import { cleanName } from "./clean-name.ts";

it.each([
  ["blanks around and in it", "  Els   de \t Wit ", "Els de Wit"],
  ["letters and their marks apart", "Ame\u0301lie", "Amélie"],
  ["what turns the text around it", "Els \u202eevil\u202c", "Els evil"],
  ["what isolates it", "\u2066Els\u2069", "Els"],
  ["marks of direction", "\u200eEls\u200f\u061c", "Els"],
  ["what nobody sees", "E\u200bls\ufeff", "E ls"],
  ["a joined emoji, as it is", "Els 👩\u200d🌾", "Els 👩\u200d🌾"],
  ["nothing to see", " \u202e\u2066 ", ""],
])("cleans %s", (_, typed, name) => {
  expect(cleanName(typed)).toBe(name);
  expect(cleanName(name)).toBe(name);
});

it.each([
  ["NUL", "E\u0000ls"],
  ["half of a pair", "Els \ud83d"],
  ["more than a name has", "e".repeat(NAME_MAX_LENGTH + 1)],
])("takes no %s", (_, typed) => {
  expect(cleanName(typed)).toBeUndefined();
});
