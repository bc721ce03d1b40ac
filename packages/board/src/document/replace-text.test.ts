import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { replaceText } from "./replace-text.ts";

function textWith(content: string): Y.Text {
  const text = new Y.Doc().getText("text");
  text.insert(0, content);
  return text;
}
/** Texts near each other, with pairs that share one half: 😀 and 😁 the first, 🌀 and 🜀 (U+1F300, U+1F700) the second. */
const words = fc
  .array(fc.constantFrom("a", "b", "\n", "é", "e\u0301", "😀", "😁", "🌀", "🜀", "👩‍👩‍👧"), {
    maxLength: 12,
  })
  .map((letters) => letters.join(""));

describe("replaceText", () => {
  it("makes the text what it should be, by whole characters", () => {
    fc.assert(
      fc.property(words, words, (now, next) => {
        const text = textWith(now);
        const pieces: string[] = [];
        text.observe(({ delta }) => {
          for (const { insert } of delta) if (typeof insert === "string") pieces.push(insert);
        });

        replaceText(text, next);

        expect(text.toString()).toBe(next);
        expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["een twee drie", "een 2 drie", "twee"],
    ["een drie", "een twee drie", ""],
    ["aaa", "aa", "a"],
    ["😀", "😁", "😀"],
    ["x🌀y", "x🜀y", "🌀"],
  ])("turns %j into %j by deleting only %j", (now, next, deleted) => {
    const text = textWith(now);
    let count = 0;
    text.observe(({ delta }) => {
      for (const step of delta) count += step.delete ?? 0;
    });

    replaceText(text, next);

    expect(count).toBe(deleted.length);
  });

  it("keeps what another typed at the same time beside the change", () => {
    const mine = new Y.Doc();
    mine.getText("text").insert(0, "een twee drie");
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    theirs.getText("text").insert(13, " vier");

    replaceText(mine.getText("text"), "een 2 drie");
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));

    expect(mine.getText("text").toString()).toBe("een 2 drie vier");
  });

  it("writes nothing when nothing changed", () => {
    const text = textWith("zelfde");
    const before = Y.encodeStateVector(text.doc ?? new Y.Doc());

    replaceText(text, "zelfde");

    expect(Y.encodeStateVector(text.doc ?? new Y.Doc())).toEqual(before);
  });
});
