import { describe, expect, it } from "vitest";

import { exportCards } from "./export-cards.ts";
import { aCard, anInput, anOwner } from "./testing/export-builders.ts";

describe("exportCards", () => {
  it.each([
    ["csv", "text/csv; charset=utf-8"],
    ["json", "application/json; charset=utf-8"],
    ["md", "text/markdown; charset=utf-8"],
  ] as const)("names a %s file after board and day", (format, mediaType) => {
    const file = exportCards(format, anInput([], { title: "Café Noord-Oost: wat nu?" }));

    expect(file).toMatchObject({
      mediaType,
      fileName: `cafe-noord-oost-wat-nu-2025-06-15.${format}`,
    });
  });

  it("has a name for a title without Latin letters", () => {
    const { fileName } = exportCards("csv", anInput([], { title: "／../協創\r\n" }));

    expect(fileName).toBe("hefboom-2025-06-15.csv");
  });

  it("writes the same file for the same board", () => {
    const input = anInput([{ card: aCard(), owner: anOwner() }]);

    expect(exportCards("md", input)).toEqual(exportCards("md", input));
  });
});
