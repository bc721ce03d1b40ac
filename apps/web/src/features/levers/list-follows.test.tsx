import { newId } from "@hefboom/board";
import { anActor } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it } from "vitest";

import { screenStore } from "../../parts/screen/screen-store.ts";
import { setFollow, useFollow } from "../../parts/session/spotlight/follow-store.ts";
import { BoardHarness } from "../../testing/board-harness.tsx";
import { LeverScreen } from "./lever-screen.tsx";

let board: BoardHarness;
const leader = anActor("facilitator");
beforeEach(async () => {
  await import("./list-follows.tsx");
  location.hash = "";
  window.scrollTo = () => undefined;
  screenStore.setState({ touchedHere: new Set(), cardToShow: undefined });
  setFollow({ seq: undefined, state: "none" });
  board = new BoardHarness();
});
afterEach(() => board[Symbol.asyncDispose]());

const point = (kind: "card" | "cluster", id: string) =>
  board.do(() => {
    const target = { kind, id };
    board.server.board.do(leader, { op: "spotlight", id: newId(), target });
    setFollow({ seq: newId().length, state: "following" });
  });
const follow = (state: "following" | "returned") => board.do(() => setFollow({ state }));

it("opens the lever of the card that is pointed at, marks it, and leads back", async () => {
  const cardId = await board.place({ lever: "h05", text: "Een bank" });
  await board.show(<LeverScreen isWide={false} />);

  await point("card", cardId);
  await board.do(() => undefined); // the address changes a moment later
  const there = [location.hash, board.text()];
  await follow("returned");
  await board.do(() => undefined);

  expect(there[0]).toBe("#lever=h05");
  expect(there[1]).toContain("Hier wijst de begeleider naar");
  expect(location.hash).toBe("");
});

it("lets a card in that still waited for a tap", async () => {
  location.hash = "#lever=h05";
  await board.place({ lever: "h05", text: "Een bank" });
  await board.show(<LeverScreen isWide={false} />);
  const late = await board.place({ lever: "h05", text: "Een boom" });
  const before = board.text();

  await point("card", late);

  expect(before).not.toContain("Open kaart: Een boom");
  expect(board.text()).toContain("Open kaart: Een boom");
});

/** Tells how the page stands with the spotlight. */
function Following() {
  return <output>{useFollow().state}</output>;
}

it("takes opening another lever for leaving", async () => {
  const cardId = await board.place({ lever: "h05", text: "Een bank" });
  await board.show(
    <>
      <LeverScreen isWide={false} />
      <Following />
    </>,
  );
  await point("card", cardId);
  await board.do(() => undefined);
  const there = document.querySelector("output")?.textContent;

  await board.do(() => {
    location.hash = "#lever=h02";
  });
  await board.do(() => undefined);

  expect([there, document.querySelector("output")?.textContent]).toEqual(["following", "strayed"]);
  expect(location.hash).toBe("#lever=h02");
});
