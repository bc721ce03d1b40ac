import { afterEach, beforeEach, expect, it } from "vitest";

import { screenStore } from "../../parts/screen/screen-store.ts";
import { BoardHarness } from "../../testing/board-harness.tsx";
import { LeverScreen } from "./lever-screen.tsx";

let board: BoardHarness;
beforeEach(() => {
  location.hash = "";
  window.scrollTo = () => undefined;
  screenStore.setState({ touchedHere: new Set(), cardToShow: undefined, openCardId: undefined });
  board = new BoardHarness();
});
afterEach(() => board[Symbol.asyncDispose]());

const cardsOnScreen = () =>
  [...document.querySelectorAll("li[data-card] article")].map(
    (article) => article.querySelector("p, blockquote")?.textContent,
  );

it("lists groups and levers with their counts, and the tray only when something lies in it", async () => {
  await board.place({ lever: "h03" });
  await board.place({ lever: "h03" });
  await board.show(<LeverScreen isWide={false} />);

  expect(document.querySelectorAll("h2").length).toBe(3);
  expect(board.all("a", /Leren door te proberen.*2 kaarten/).length).toBe(1);
  expect(board.all("a", /Nog te plaatsen/).length).toBe(0);

  await board.place({ lever: null });

  expect(board.all("a", /Nog te plaatsen/).length).toBe(1);
});

it("lets cards of others wait for a tap", async () => {
  location.hash = "#lever=h05";
  await board.place({ lever: "h05", text: "Eerst" });
  await board.show(<LeverScreen isWide={false} />);

  await board.place({ lever: "h05", text: "Nieuw 1" });
  await board.place({ lever: "h05", text: "Nieuw 2" });

  expect(cardsOnScreen()).toEqual(["Eerst"]);
  await board.press("2 nieuwe kaarten");
  expect(cardsOnScreen()).toEqual(["Eerst", "Nieuw 1", "Nieuw 2"]);
});

it("leaves a gap where somebody took a card away", async () => {
  location.hash = "#lever=h05";
  const cardId = await board.place({ lever: "h05", text: "Weg" });
  await board.place({ lever: "h05", text: "Blijft" });
  await board.show(<LeverScreen isWide={false} />);

  await board.do(() => {
    board.server.board.do(board.other, { op: "delete", id: "d".repeat(20), cardId });
  });

  expect(board.text()).toContain("Deze kaart is weggehaald");
  expect(cardsOnScreen()).toEqual(["Blijft"]);
});

it("opens a card", async () => {
  location.hash = "#lever=h05";
  const cardId = await board.place({ lever: "h05", text: "Een bank" });
  await board.show(<LeverScreen isWide={false} />);

  await board.press("Open kaart: Een bank");

  expect(screenStore.getState().openCardId).toBe(cardId);
});
