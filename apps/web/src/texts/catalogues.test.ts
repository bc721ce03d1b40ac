import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";

import { loadTexts, locales } from "./load-texts.ts";

/** The catalogues as they are written, past the plugin that compiles them. */
const sources = import.meta.glob<string>(
  "../../../../packages/contract/src/texts/*/{participant,staff}.json",
  { query: "?raw", import: "default", eager: true },
);
const catalogues = locales.map((locale) => {
  const parts = Object.entries(sources).filter(([path]) => path.includes(`/${locale}/`));
  const messages: Record<string, string> = Object.assign(
    {},
    ...parts.map(([, json]) => JSON.parse(json)),
  );
  return { locale, messages };
});
const dutch = catalogues.find(({ locale }) => locale === "nl")?.messages ?? {};

function placeholders(message: string): string[] {
  const names = new Set<string>();
  const collect = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    for (const token of part) {
      if (!Array.isArray(token)) continue;
      names.add(String(token[0]));
      if (typeof token[2] === "object") Object.values(token[2] ?? {}).forEach(collect);
    }
  };
  collect(compileMessage(message));
  return [...names].sort();
}

it("finds the catalogues", () => {
  expect(locales).toEqual(expect.arrayContaining(["en", "nl"]));
  expect(Object.keys(dutch).length).toBeGreaterThan(50);
});

describe.each(catalogues)("texts in $locale", ({ messages }) => {
  it("say everything that the Dutch ones say, and no more", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(dutch).sort());
  });

  it("name the same values", () => {
    for (const [key, message] of Object.entries(messages)) {
      expect([key, placeholders(message)]).toEqual([key, placeholders(dutch[key] ?? "")]);
    }
  });

  it("leave nothing empty", () => {
    expect(Object.entries(messages).filter(([, message]) => message.trim() === "")).toEqual([]);
  });
});

it("says a text with its values and its plural", async () => {
  const text = await loadTexts("nl");

  expect(text("lever.waiting", { count: 1 })).toBe("1 nieuwe kaart");
  expect(text("lever.waiting", { count: 3 })).toBe("3 nieuwe kaarten");
  expect(text("card.editing", { names: "Anna" })).toBe("Nu aan het typen: Anna");
});
