import { expect, it } from "vitest";

import { essayFromFile, essayFromText, essayProblemOf } from "./essay-source.ts";

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);

it("takes text and Markdown files for what they are", async () => {
  expect(await essayFromFile(file("essay.TXT", "Een essay."))).toMatchObject({
    type: "text/plain",
  });
  expect(await essayFromFile(file("essay.md", "# Een essay"))).toMatchObject({
    type: "text/markdown",
  });
});

it("names what is wrong with a file before it travels", async () => {
  expect(await essayFromFile(file("essay.pdf", "%PDF"))).toBe("unsupported");
  expect(await essayFromFile(file("essay.txt", " \n\t"))).toBe("empty");
  expect(await essayFromFile(file("essay.txt"))).toBe("empty");
  expect(await essayFromFile(file("essay.txt", Uint8Array.of(80, 75, 0, 4)))).toBe("binary");
  expect(await essayFromFile(file("essay.txt", new Uint8Array(20 * 1024 * 1024 + 1)))).toBe(
    "tooBig",
  );
});

it("knows pasted Markdown by its headings", () => {
  expect(essayFromText("## Kop\n\ntekst")).toMatchObject({ type: "text/markdown" });
  expect(essayFromText("1- Kop\n\ntekst")).toMatchObject({ type: "text/plain" });
  expect(essayFromText("  ")).toBe("empty");
});

it("gives the server's refusals the same names", () => {
  expect(essayProblemOf({ code: "FST_ERR_CTP_BODY_TOO_LARGE", status: 413 })).toBe("tooBig");
  expect(essayProblemOf({ code: "ESSAY_BINARY", status: 422 })).toBe("binary");
  expect(essayProblemOf({ code: "UNSUPPORTED", status: 415 })).toBe("unsupported");
  expect(essayProblemOf({ code: "INTERNAL", status: 500 })).toBeUndefined();
});
