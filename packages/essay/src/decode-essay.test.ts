import { expect, it } from "vitest";
import { decodeEssay } from "./decode-essay.ts";

it("decodes UTF-8 and leaves the byte order mark out", () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x63, 0x61, 0x66, 0xc3, 0xa9);

  expect(decodeEssay(bytes)).toBe("café");
});

it("falls back to windows-1252", () => {
  const bytes = Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94);

  expect(decodeEssay(bytes)).toBe("“café”");
});

it.each([
  ["a NUL byte", [0x61, 0, 0x62], "ESSAY_BINARY"],
  ["many control characters", [0x61, 1, 2, 3, 0x62], "ESSAY_BINARY"],
  ["white space alone", [0x20, 0x0a, 0x0c], "ESSAY_EMPTY"],
  ["nothing", [], "ESSAY_EMPTY"],
])("refuses %s", (_name, bytes, code) => {
  const decode = () => decodeEssay(Uint8Array.from(bytes));

  expect(decode).toThrow(expect.objectContaining({ name: "EssayError", code }));
});
