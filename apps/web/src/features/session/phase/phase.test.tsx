import { metaOf, readyPlans } from "@hefboom/board";
import { TEST_NOW } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it } from "vitest";

import { screenStore } from "../../../parts/screen/screen-store.ts";
import { BoardHarness } from "../../../testing/board-harness.tsx";
import { PhaseInstruction } from "./phase-instruction.tsx";
import { PhaseRow } from "./phase-row.tsx";

let board: BoardHarness;
beforeEach(() => {
  screenStore.setState({ announcement: "" });
  board = new BoardHarness();
});
afterEach(() => board[Symbol.asyncDispose]());

const set = (key: string, value: unknown) => metaOf(board.server.board.doc).set(key, value);
const goTo = (id: string, seq: number) => set("phase", { id, seq, index: 0, startedAt: TEST_NOW });
const show = () =>
  board.show(
    <>
      <PhaseRow />
      <PhaseInstruction />
    </>,
  );

it("says where the session stands, and what to do", async () => {
  set("plan", readyPlans.standard);
  goTo("write", 2);
  await show();

  expect(board.find("h2", "Stil schrijven")).toBeDefined();
  expect(board.text()).toContain("Stap 3 van 8");
  expect(board.text()).toContain("Schrijf je eigen kaarten. Niemand anders ziet ze nog.");
});

it("shows nothing on a board without steps", async () => {
  await show();

  expect(board.text()).toBe("");
});

it("says aloud that another step began", async () => {
  set("plan", readyPlans.standard);
  goTo("write", 2);
  await show();
  const before = screenStore.getState().announcement;

  await board.do(() => goTo("reveal", 3));

  expect(before).toBe("");
  expect(screenStore.getState().announcement).toBe(
    "Nieuwe stap: Onthullen en lezen. Alle kaarten zijn nu te zien. Lees wat anderen schreven.",
  );
});

it("shows the instruction over a list that is scrolled, until it is closed", async () => {
  set("plan", readyPlans.standard);
  goTo("write", 2);
  await show();
  Object.defineProperty(window, "scrollY", { value: 500, configurable: true });

  await board.do(() => goTo("vote", 3));
  const shown = board.text();
  await board.press("Sluiten");

  expect(shown).toContain("Nieuwe stap. Geef je stemmen");
  expect(board.text()).not.toContain("Nieuwe stap.");
  Object.defineProperty(window, "scrollY", { value: 0, configurable: true });
});

it("shows that the time is up", async () => {
  set("plan", readyPlans.standard);
  goTo("read", 1);
  set("timer", { endsAt: 0, seq: 1 });
  await show();

  expect(board.text()).toContain("De tijd is om");
});

it("says the last minute only to who waited for it", async () => {
  const hour = Date.now() + 3_600_000;
  set("plan", readyPlans.standard);
  goTo("read", 1);
  set("timer", { endsAt: hour, seq: 1 });
  await show();

  await board.do(() => set("timer", { endsAt: Date.now() + 20_000, seq: 2 }));
  const replaced = screenStore.getState().announcement;
  await board.do(() => set("timer", { endsAt: hour, seq: 3 }));
  await board.do(() => set("timer", { endsAt: Date.now() + 59_000, seq: 3 }));

  expect(replaced).toBe("De tijd loopt.");
  expect(screenStore.getState().announcement).toBe("Nog één minuut.");
});

it("says aloud what is done with the time", async () => {
  set("plan", readyPlans.standard);
  goTo("welcome", 1);
  await show();
  const said: string[] = [];
  const becomes = async (timer: unknown) => {
    await board.do(() => set("timer", timer));
    said.push(screenStore.getState().announcement);
  };

  await becomes({ endsAt: Date.now() + 300_000, seq: 1 });
  await becomes({ endsAt: Date.now() + 360_000, seq: 2 });
  await becomes({ pausedLeftMs: 360_000, seq: 3 });
  await becomes(null);

  expect(said).toEqual([
    "De tijd loopt: nog 5 minuten.",
    "De tijd loopt: nog 6 minuten.",
    "De tijd staat stil.",
    "De tijd is gestopt.",
  ]);
});

it("says with a new step how long it lasts", async () => {
  set("plan", readyPlans.standard);
  goTo("welcome", 1);
  await show();

  await board.do(() => {
    board.server.board.doc.transact(() => {
      goTo("read", 2);
      set("timer", { endsAt: Date.now() + 600_000, seq: 1 });
    });
  });

  expect(screenStore.getState().announcement).toMatch(
    /^Nieuwe stap: Lezen\..*De tijd loopt: nog 10 minuten\.$/,
  );
});

it("shows how much time is left while it stands still", async () => {
  set("plan", readyPlans.standard);
  goTo("read", 1);
  set("timer", { pausedLeftMs: 245_000, seq: 1 });
  await show();

  expect(board.find("[role=timer]", /4:05/).textContent).toContain("De tijd staat stil: nog 4:05");
});

it("thanks when the board is closed", async () => {
  set("plan", readyPlans.standard);
  set("settings", { isClosed: true });
  await show();

  expect(board.text()).toContain("Dank je wel!");
  expect(board.text()).not.toContain("Stap");
});
