import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { TEXT_MAX_LENGTH } from "../model/limits.ts";
import { cleanText, isStorable } from "./clean-text.ts";

describe("cleanText", () => {
  it("composes letters and their marks", () => {
    expect(cleanText("cafe\u0301")).toEqual({ text: "café" });
  });

  it.each([
    ["NUL", "a\u0000b"],
    ["a high surrogate alone", "a\ud83d"],
    ["a low surrogate alone", "\ude00a"],
    ["no text", ""],
    ["blanks", " \n\t\u00a0\u2003"],
  ])("refuses %s", (_, text) => {
    expect(cleanText(text)).toEqual({ refused: "invalid" });
  });

  it.each([
    ["letters", "a".repeat(TEXT_MAX_LENGTH)],
    ["pairs, counted as two", "😀".repeat(TEXT_MAX_LENGTH / 2)],
    ["letters that become one each", "e\u0301".repeat(TEXT_MAX_LENGTH)],
  ])("takes 1,000 units of %s and not one more", (_, text) => {
    expect(cleanText(text)).toHaveProperty("text");
    expect(cleanText(`${text}x`)).toEqual({ refused: "too-long" });
  });

  it("counts what NFC takes apart after it has done so", () => {
    const fewButDecomposed = "\ufb2c".repeat(TEXT_MAX_LENGTH / 2); // one letter in, three units after NFC

    expect(cleanText(fewButDecomposed)).toEqual({ refused: "too-long" });
  });

  it("keeps white space at begin and end, and changes a clean text no more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (raw) => {
        const once = cleanText(` ${raw}\n`);
        fc.pre("text" in once);
        const { text } = once as { text: string }; // fc.pre let only this through

        expect(cleanText(text)).toEqual({ text });
        expect(text).toBe(` ${raw}\n`.normalize("NFC"));
        expect(isStorable(text)).toBe(true);
      }),
    );
  });
});
