import { readCards } from "@hefboom/board";
import { act } from "react";
import { afterEach, expect, it, vi } from "vitest";

import { closeUndo } from "../../parts/screen/screen-store.ts";
import { BoardHarness } from "../../testing/board-harness.tsx";
import { CardSheet } from "./card-sheet.tsx";
import { UndoDelete } from "./undo-delete.tsx";

let board: BoardHarness;
afterEach(async () => {
  vi.useRealTimers();
  await board[Symbol.asyncDispose]();
  closeUndo();
});

const later = (ms: number) =>
  act(async () => {
    vi.advanceTimersByTime(ms);
  });
const texts = () => readCards(board.server.board.doc).map(({ text }) => text);

/** A page on which this person has just deleted a card. */
async function afterDeleting() {
  board = new BoardHarness();
  const cardId = await board.place({ text: "Van mij" }, board.me);
  await board.show(
    <>
      <CardSheet cardId={cardId} />
      <UndoDelete />
    </>,
  );
  await board.press("Kaart weghalen");
  await board.press("Ja, weghalen");
}

it("says that a card is deleted and takes that back", async () => {
  await afterDeleting();
  const said = board.find("[role=status]", /Kaart weggehaald\./);
  const deleted = texts();

  await board.press("Ongedaan maken");

  expect(said.textContent).toContain("De kaart is terug.");
  expect([deleted, texts()]).toEqual([[], ["Van mij"]]);
});

it("keeps the focus on one button that then opens the card", async () => {
  await afterDeleting();
  const button = board.find("button", "Ongedaan maken");

  await board.do(() => button.focus());
  await board.press("Ongedaan maken");

  expect(document.activeElement).toBe(button);
  expect(button.textContent).toBe("Kaart openen");
});

it("goes after a while, but not while it has the focus", async () => {
  await afterDeleting();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const button = board.find("button", "Ongedaan maken");
  await act(async () => button.focus());
  await later(60_000);
  const whileFocused = board.all("button", "Ongedaan maken").length;

  await act(async () => button.blur());
  await later(10_000);
  const soonAfter = board.all("button", "Ongedaan maken").length;
  await later(2_000);

  expect([whileFocused, soonAfter]).toEqual([1, 1]);
  expect(board.all("button", "Ongedaan maken")).toEqual([]);
});
