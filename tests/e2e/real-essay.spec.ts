import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

import { TestServer } from "../support/test-server.ts";
import { t } from "../support/texts.ts";
import {
  LAPTOP,
  loadEssay,
  makeWorkshop,
  placeFirstQuote,
  signInAsOrganiser,
  someone,
} from "./steps.ts";

// The essay is its author's and is not in the project; it lies beside it where the project is worked on.
const REAL = fileURLToPath(
  new URL("../../../shared/essay/essay-overijssel-2015.txt", import.meta.url),
);
const isThere = existsSync(REAL);
const QUOTES = 12;

if (isThere) {
  test("the real essay: twelve quotes on levers, exported", async ({ browser }) => {
    await using server = await TestServer.start();
    const organiser = await someone(browser, server.origin, LAPTOP);
    const { page } = organiser;
    await signInAsOrganiser(organiser, server.organiserKey);
    const boardId = await makeWorkshop(organiser, "Het echte essay");

    await loadEssay(organiser, REAL);
    for (let quote = 0; quote < QUOTES; quote += 1) {
      await placeFirstQuote(organiser, `h${String((quote % 11) + 1).padStart(2, "0")}`);
    }

    await expect(page.getByText(t("organise.tray.empty"))).toBeVisible();
    const url = `${server.origin}/api/boards/${boardId}/export?format=json`;
    const headers = { authorization: `Bearer ${server.organiserKey}` };
    const { cards }: { cards: { via?: string; kind: string; text: string; lever: unknown }[] } =
      await (await fetch(url, { headers })).json();
    const essay = (await readFile(REAL, "utf8")).replaceAll(/\s+/g, " ");
    expect(cards).toHaveLength(QUOTES);
    for (const { via, kind, text, lever } of cards) {
      expect([via, kind]).toEqual(["essay", "quote"]);
      expect(lever).toBeTruthy();
      expect(essay.includes(text.replaceAll(/\s+/g, " "))).toBe(true);
    }
  });
} else {
  test("the real essay is not beside the project: its story was not run", () => {
    expect(isThere).toBe(false);
  });
}
