import { type BallotState, metaOf, newId, readyPlans } from "@hefboom/board";
import { anActor, TEST_NOW } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it } from "vitest";

import { BoardHarness } from "../../testing/board-harness.tsx";
import { setRefusal, setSort } from "./vote-store.ts";
import { VoteBar, VoteOrder, VotesOf, VotesOnLever } from "./votes-of.tsx";

let board: BoardHarness;
let cardIds: string[];
const leader = anActor("facilitator");
beforeEach(async () => {
  await import("./shown/shown.ts"); // as a phone that has been idle for a moment
  setRefusal(undefined);
  setSort(undefined);
  board = new BoardHarness();
  const card = { lever: "h05", text: "Een bank" };
  cardIds = [await board.place(card), await board.place({ ...card, text: "Een boom" })];
  metaOf(board.server.board.doc).set("plan", readyPlans.standard);
  const phase = { id: "vote", seq: 3, index: 5, startedAt: TEST_NOW };
  metaOf(board.server.board.doc).set("phase", phase);
});
afterEach(() => board[Symbol.asyncDispose]());

const lead = (change: "open" | "close" | "reveal", ballot?: Partial<BallotState>) =>
  board.server.board.do(leader, {
    op: "ballot",
    id: newId(),
    change,
    ...(ballot && { ballot: { on: "card", dots: 3, isSecret: true, ...ballot } }),
  });
const vote = (target: string, dots: number, actor = board.other) =>
  board.server.board.do(actor, { op: "vote", id: newId(), target, dots });

const show = () =>
  board.show(
    <>
      <VoteOrder />
      <VotesOf name="Een bank" on="card" targets={[cardIds[0] ?? ""]} />
      <VotesOf name="Een boom" on="card" targets={[cardIds[1] ?? ""]} />
      <VotesOf name="Op vertrouwen" on="lever" targets={["h05"]} />
      <VotesOnLever lever="h05" />
      <VoteBar />
    </>,
  );

it("gives votes and takes them back, within the budget", async () => {
  lead("open", { dots: 2 });
  await show();
  const before = board.text();

  await board.press("Geef een stem aan: Een bank");
  await board.press("Geef een stem aan: Een boom");
  const full = board.text();
  await board.press("Geef een stem aan: Een boom");
  await board.press("Haal een stem weg bij: Een bank");

  expect(before).toContain("Nog 2 stemmen over");
  expect(full).toContain("Je stemmen zijn op");
  expect(board.text()).toContain("Nog 1 stem over");
  expect(board.server.receivedCommands.map((command) => command.op)).toEqual([
    "vote",
    "vote",
    "vote",
  ]);
});

it("says why a vote does not count", async () => {
  lead("open", {});
  await show();
  board.server.board.refuse = (op) => (op === "vote" ? "wrong-phase" : undefined);

  await board.press("Geef een stem aan: Een bank");

  expect(board.text()).toContain("Deze stem telt niet: dat kan niet in deze fase.");
  expect(board.text()).toContain("Nog 3 stemmen over");
});

it("shows nothing of others while the vote is secret, and all of it when it is revealed", async () => {
  lead("open", {});
  vote(cardIds[0] ?? "", 2);
  await show();
  const open = board.text();

  await board.do(() => lead("close"));
  const closed = board.text();
  await board.do(() => lead("reveal"));

  for (const text of [open, closed]) expect(text).not.toMatch(/2 stemmen(?! over)/);
  expect(closed).toContain("Straks zie je de uitslag");
  expect(board.text()).toContain("2 stemmen");
  expect(board.text()).not.toContain("geen stemmen");
  expect(board.all("button", "Meeste stemmen eerst").length).toBe(1);
});

it("shows an open vote's numbers as they come", async () => {
  lead("open", { isSecret: false });
  await show();

  await board.do(() => vote(cardIds[0] ?? "", 1));

  expect(board.text()).toContain("1 stem");
});

it("lets a facilitator see the outcome, and not vote", async () => {
  await board[Symbol.asyncDispose]();
  board = new BoardHarness("facilitator");
  metaOf(board.server.board.doc).set("plan", readyPlans.standard);
  lead("open", { on: "lever" });
  await show();

  expect(board.all("button", /Geef een stem/)).toEqual([]);
  expect(board.text()).not.toContain("over");
});
