import { expect, it } from "vitest";

// @ts-expect-error: tooling starts before anything is built, so it is plain JavaScript without types
import { phoneFiles } from "./phone-size.mjs";

const texts = (locale: string) => `../../packages/contract/src/texts/${locale}/participant.json`;
const manifest = {
  "index.html": {
    file: "main.js",
    imports: ["_common"],
    dynamicImports: ["src/app/pages/board-page.tsx", "lead-page"],
    css: ["common.css"],
  },
  "src/app/pages/board-page.tsx": {
    file: "board-page.js",
    imports: ["_common", "_board"],
    dynamicImports: ["card-sheet"],
  },
  _common: { file: "common.js", css: ["common.css"], dynamicImports: [texts("nl"), texts("en")] },
  _board: { file: "board.js" },
  "card-sheet": { file: "sheet.js", imports: ["_sheet-parts"], dynamicImports: ["deeper"] },
  "_sheet-parts": { file: "sheet-parts.js" },
  deeper: { file: "deeper.js" },
  "lead-page": { file: "lead.js" },
  [texts("nl")]: { file: "nl.js" },
  [texts("en")]: { file: "en.js" },
};
const sizeOf = (file: string) => (file === "nl.js" ? 2 : 1);

it("counts what is imported without waiting, each once, and the texts that are largest", () => {
  const { first } = phoneFiles(manifest, sizeOf);

  expect(first.toSorted()).toEqual(
    ["board-page.js", "board.js", "common.css", "common.js", "main.js", "nl.js"].toSorted(),
  );
});

it("tells apart what comes later, and leaves out the other pages", () => {
  const { later } = phoneFiles(manifest, sizeOf);

  expect(later.toSorted()).toEqual(["deeper.js", "en.js", "sheet-parts.js", "sheet.js"]);
});

it("measures nothing when the build lacks what it looks for", () => {
  expect(() => phoneFiles({}, sizeOf)).toThrow("no texts");
  expect(() => phoneFiles({ [texts("nl")]: { file: "nl.js" } }, sizeOf)).toThrow("no index.html");
});
