import { afterEach, expect, it, vi } from "vitest";

import { BoardHarness } from "../../../testing/board-harness.tsx";
import { NewWorkshop } from "./new-workshop.tsx";

let board: BoardHarness;
afterEach(async () => {
  await board[Symbol.asyncDispose]();
  vi.unstubAllGlobals();
});

const chosenPlan = () =>
  board
    .all("label", /schrijven|hefbomen|Doorlopend/)
    .find((label) => label.querySelector(":checked"));

it("makes a session with phases, unless the organiser chooses otherwise", async () => {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", (_: unknown, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)));
    return Promise.reject(new TypeError("no network in this test"));
  });
  board = new BoardHarness("organiser");
  await board.show(<NewWorkshop isOpenAtStart onMade={() => Promise.resolve()} />);

  const first = chosenPlan()?.textContent;
  await board.type("Titel", "Jij kleurt het plein");
  await board.press("Maak de workshop");

  expect(first).toContain("Standaard: schrijven, tonen, stemmen");
  expect(sent).toEqual([
    { title: "Jij kleurt het plein", locale: "nl", authors: "shown", plan: "standard" },
  ]);
});
