import { readCards } from "@hefboom/board";
import { afterEach, beforeAll, expect, it, vi } from "vitest";

import { BoardHarness } from "../../testing/board-harness.tsx";
import { CardSheet } from "./card-sheet.tsx";

let board: BoardHarness;
// What the sheet fetches when it is first shown is there.
beforeAll(() =>
  Promise.all([
    import("./together/card-group.tsx"),
    import("../../parts/card/moderate/moderate-card.tsx"),
  ]),
);
afterEach(() => board[Symbol.asyncDispose]());

const texts = () => readCards(board.server.board.doc).map(({ text }) => text);

it("offers what one may do with a card of one's own", async () => {
  board = new BoardHarness();
  const cardId = await board.place({ text: "Van mij" }, board.me);
  await board.show(<CardSheet cardId={cardId} />);

  expect(board.all("button", "Tekst aanpassen").length).toBe(1);
  await board.press("Kaart weghalen");
  await board.press("Ja, weghalen");

  expect(texts()).toEqual([]);
});

it("offers nothing on a card of somebody else", async () => {
  board = new BoardHarness();
  const cardId = await board.place({ text: "Van Bram" });
  await board.show(<CardSheet cardId={cardId} />);

  expect(board.text()).toContain("Van Bram");
  expect(board.all("button", /aanpassen|weghalen|Eerder/)).toEqual([]);
});

it("lets the facilitator type in any text", async () => {
  board = new BoardHarness("facilitator");
  const cardId = await board.place({ text: "Een bank" });
  await board.show(<CardSheet cardId={cardId} />);

  await board.press("Tekst aanpassen");
  await board.type("Tekst van de kaart", "Een lange bank");

  // Letters travel in bundles, a moment after they were typed.
  await vi.waitFor(() => expect(texts()).toEqual(["Een lange bank"]));
});

it("moves a card to another lever and says so", async () => {
  board = new BoardHarness();
  const cardId = await board.place({ lever: "h01" }, board.me);
  await board.show(<CardSheet cardId={cardId} />);

  await board.type("Op hefboom", "h04");

  expect(readCards(board.server.board.doc)[0]?.place.lever).toBe("h04");
  expect(board.find("[role=status]", /Verplaatst naar: Snel en klein/)).toBeDefined();
});

it("says so when the card is gone", async () => {
  board = new BoardHarness();
  const cardId = await board.place({ text: "Weg" }, board.me);
  await board.show(<CardSheet cardId={cardId} />);

  await board.do(() => {
    board.server.board.do(board.me, { op: "delete", id: "d".repeat(20), cardId });
  });

  expect(board.text()).toContain("Iemand heeft deze kaart weggehaald.");
});
