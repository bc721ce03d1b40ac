import { readCards } from "@hefboom/board";
import { afterEach, expect, it } from "vitest";

import { useBoard } from "../../../board/use-board.ts";
import { BoardHarness } from "../../../testing/board-harness.tsx";
import { LeadNotice } from "../../lead/lead-notice.tsx";
import { closeNotice } from "../../lead/lead-store.ts";
import { ModerateCard } from "./moderate-card.tsx";

let board: BoardHarness;
afterEach(async () => {
  await board[Symbol.asyncDispose]();
  closeNotice();
});

function Opened({ cardId }: { cardId: string }) {
  const card = useBoard(({ cards }) => cards.get(cardId));
  return (
    <>
      {card && <ModerateCard card={card} />}
      <LeadNotice />
    </>
  );
}
/** Somebody's card, open at who leads. */
async function theirCard() {
  board = new BoardHarness("facilitator");
  const cardId = await board.place({ text: "Scheldwoord" });
  await board.show(<Opened cardId={cardId} />);
  return cardId;
}
const texts = () => readCards(board.server.board.doc).map(({ text }) => text);

it("hides a card by one press, and takes that back by another", async () => {
  await theirCard();

  await board.press("Verberg");
  const hidden = texts();
  const canShow = board.all("button", "Toon").length;
  await board.press("Ongedaan maken");

  expect([hidden, canShow]).toEqual([[], 1]);
  expect(texts()).toEqual(["Scheldwoord"]);
});

it("makes everybody look at the card", async () => {
  const cardId = await theirCard();

  await board.press("Kijk hier");

  expect(board.server.receivedCommands.at(-1)).toMatchObject({
    op: "spotlight",
    target: { kind: "card", id: cardId },
  });
});

it("stops its author, and offers to readmit them", async () => {
  await theirCard();

  await board.press("Stop Bram");
  const stopped = board.all("button", "Laat Bram weer toe").length;
  await board.press("Ongedaan maken");

  expect(stopped).toBe(1);
  expect(board.all("button", "Stop Bram").length).toBe(1);
});
