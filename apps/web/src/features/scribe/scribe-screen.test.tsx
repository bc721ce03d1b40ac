import { metaOf } from "@hefboom/board";
import { afterEach, expect, it } from "vitest";

import { BoardHarness } from "../../testing/board-harness.tsx";
import { ScribeScreen } from "./scribe-screen.tsx";

const WORDS = "Wat iemand zegt of opschreef";
const SAVE = "Opslaan en volgende";

afterEach(() => sessionStorage.clear());

it("saves nothing before the question was asked", async () => {
  await using page = new BoardHarness("scribe");
  await page.show(<ScribeScreen />);

  await page.type(WORDS, "Een lamp boven de tafel.");
  await page.press(SAVE);

  expect(page.text()).toContain("Vraag het, en kies een antwoord.");
  expect(page.server.receivedCommands).toEqual([]);
});

it("saves under a table, lists the card, and goes on in the words", async () => {
  await using page = new BoardHarness("scribe");
  await page.show(<ScribeScreen />);

  await page.type("Van wie is het?", "tafel 4");
  await page.press("Ja, zonder naam");
  await page.type(WORDS, "Een lamp boven de tafel.");
  await page.type("Nummer", "7");
  await page.do(() => pressEnter(page.field(WORDS)));

  expect(page.server.receivedCommands).toMatchObject([
    {
      op: "create",
      text: "Een lamp boven de tafel.",
      lever: "h07",
      speaker: "tafel 4",
      speakerAgrees: false,
      consent: "anonymous",
    },
  ]);
  expect(document.activeElement).toBe(page.field(WORDS));
  expect(page.field(WORDS).value).toBe("");
  expect(page.all("li", /Een lamp boven de tafel.*opgeslagen/)).toHaveLength(1);
});

it("knows no lever 14, and saves nothing on another instead", async () => {
  await using page = new BoardHarness("scribe");
  await page.show(<ScribeScreen />);

  await page.press("Nee");
  await page.type(WORDS, "Een lamp boven de tafel.");
  await page.type("Nummer", "14");
  await page.press(SAVE);

  expect(page.text()).toContain("Er is geen hefboom 14.");
  expect(page.server.receivedCommands).toEqual([]);
});

it("asks a name without an answer anew, and remembers the answer of a table", async () => {
  await using page = new BoardHarness("scribe");
  await page.show(<ScribeScreen />);
  const chosen = () => document.querySelector<HTMLInputElement>("input[value=anonymous]")?.checked;
  await page.type("Van wie is het?", "tafel 4");
  await page.press("Ja, zonder naam");
  await page.type(WORDS, "Een lamp.");
  await page.press(SAVE);

  await page.type("Van wie is het?", "tafel 5");
  expect(chosen()).toBe(false);
  await page.type("Van wie is het?", "Tafel 4");
  expect(chosen()).toBe(true);
});

function pressEnter(field: HTMLElement): void {
  field.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }),
  );
}

it("takes nothing more once the board is closed", async () => {
  await using page = new BoardHarness("scribe");
  metaOf(page.server.board.doc).set("settings", { isClosed: true });
  await page.show(<ScribeScreen />);

  expect(page.all("button", SAVE)).toEqual([]);
});
