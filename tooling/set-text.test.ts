import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";

// @ts-expect-error: tooling starts before anything is built, so it is plain JavaScript without types
import { setTexts } from "./set-text.mjs";

let folder = "";
const textsIn = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
const keysIn = (file: string) => Object.keys(Object(textsIn(file)));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hefboom-texts-"));
  for (const locale of ["nl", "en"]) {
    mkdirSync(join(folder, locale));
    const write = (part: string, texts: object) =>
      writeFileSync(join(folder, locale, `${part}.json`), JSON.stringify(texts));
    write("participant", { "card.edit": "…" });
    write("staff", { "lead.next": "…" });
  }
});

it("writes a text where the others of its first word are, in both languages", () => {
  setTexts(folder, [
    ["lead.add", "Erbij", "Add"],
    ["card.edit", "Wijzig", "Change"],
  ]);

  expect(textsIn("nl/participant.json")).toEqual({ "card.edit": "Wijzig" });
  expect(textsIn("en/staff.json")).toEqual({ "lead.add": "Add", "lead.next": "…" });
  expect(keysIn("en/staff.json")).toEqual(["lead.add", "lead.next"]);
});

it("writes a new first word for everybody, unless told where", () => {
  expect(setTexts(folder, [["new.a", "A", "A"]])).toEqual(["participant"]);
  expect(setTexts(folder, [["other.b", "B", "B"]], "staff")).toEqual(["staff"]);
  expect(keysIn("nl/staff.json")).toEqual(["lead.next", "other.b"]);
});

it("knows no other parts than there are", () => {
  expect(() => setTexts(folder, [["new.a", "A", "A"]], "stuff")).toThrow("no part stuff");
});
