import { newId } from "@hefboom/board";
import { anActor } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it } from "vitest";

import { screenStore } from "../../../parts/screen/screen-store.ts";
import { useSpotlightMoves } from "../../../parts/session/spotlight/use-spotlight-moves.ts";
import { BoardHarness } from "../../../testing/board-harness.tsx";
import { Spotlight } from "./spotlight.tsx";

let board: BoardHarness;
/** Where this page went, as a list or a canvas would. */
let moves: string[];
const leader = anActor("facilitator");
beforeEach(async () => {
  await import("./spotlight-banner.tsx");
  screenStore.setState({ announcement: "" });
  moves = [];
  board = new BoardHarness();
});
afterEach(() => board[Symbol.asyncDispose]());

function View() {
  useSpotlightMoves({
    here: () => "home",
    go: ({ lever, cardId }) => moves.push(`${lever} ${cardId === undefined ? "" : "card"}`.trim()),
    back: (spot) => moves.push(`back ${spot}`),
  });
  return null;
}
const show = (more?: React.ReactNode) =>
  board.show(
    <>
      <View />
      <Spotlight />
      {more}
    </>,
  );
const point = (target: { kind: "lever" | "card"; id: string } | null) =>
  board.do(() => {
    const spot = target as { kind: "lever"; id: string } | null; // both shapes are the same to the schema
    board.server.board.do(leader, { op: "spotlight", id: newId(), target: spot });
  });

it("goes along, says so, and leads back and along again", async () => {
  await show();

  await point({ kind: "lever", id: "h05" });
  await board.press("Terug");
  await board.press("Ga weer mee");

  expect(moves).toEqual(["h05", "back home", "h05"]);
  expect(screenStore.getState().announcement).toContain("De begeleider wijst iets aan: ");
});

it("goes to a card, and on to the next thing; back leads to where one was at first", async () => {
  const cardId = await board.place({ lever: "h02", text: "Een bank" });
  await show();

  await point({ kind: "card", id: cardId });
  const words = board.text();
  await point({ kind: "lever", id: "h05" });
  await board.press("Terug");

  expect(words).toContain("Een bank");
  expect(moves).toEqual(["h02 card", "h05", "back home"]);
});

it("does not take along who is writing, but offers it", async () => {
  await show(<textarea data-test="" />);
  document.querySelector<HTMLElement>("[data-test]")?.focus();

  await point({ kind: "lever", id: "h05" });
  const before = [...moves];
  await board.press("Ga mee");

  expect(before).toEqual([]);
  expect(moves).toEqual(["h05"]);
});

it("offers it to who comes in later", async () => {
  await point({ kind: "lever", id: "h05" });
  await show();

  expect(moves).toEqual([]);
  expect(board.all("button", "Ga mee").length).toBe(1);
});

it("goes when nothing is pointed at any more, and stays where it is", async () => {
  await show();
  await point({ kind: "lever", id: "h05" });

  await point(null);

  expect(moves).toEqual(["h05"]);
  expect(board.text()).toBe("");
});

it("leaves who leads alone", async () => {
  await board[Symbol.asyncDispose]();
  board = new BoardHarness("facilitator");
  await show();

  await point({ kind: "lever", id: "h05" });

  expect([moves, board.text()]).toEqual([[], ""]);
});
