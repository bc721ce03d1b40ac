import { metaOf, newId, type Plan, peopleOf, readMeta, readyPlans } from "@hefboom/board";
import { aCreate } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { closeNotice } from "../../parts/lead/lead-store.ts";
import { BoardHarness } from "../../testing/board-harness.tsx";
import { FacilitateBar } from "./facilitate-bar.tsx";
import { leadScreen } from "./lead-screen.ts";

let board: BoardHarness;
let isWide = true;
beforeEach(() => {
  isWide = true;
  vi.stubGlobal("matchMedia", () => ({
    matches: isWide,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network in this test")));
});
afterEach(async () => {
  await board[Symbol.asyncDispose]();
  leadScreen.setState({ dialog: undefined, phaseAsked: undefined, isChangingPhase: false });
  closeNotice();
  vi.unstubAllGlobals();
});

/** The bar over a board whose session is in this phase of the standard plan. */
async function theBarIn(phase: string, plan: Plan = readyPlans.standard) {
  board = new BoardHarness("facilitator");
  const { doc } = board.server.board;
  metaOf(doc).set("plan", plan);
  metaOf(doc).set("phase", { id: phase, seq: 3, index: 0, startedAt: 0 });
  await board.show(<FacilitateBar />);
}
const meta = () => readMeta(board.server.board.doc);
const commands = () => board.server.receivedCommands;

it("goes to the next phase, says so, and goes back when that is undone", async () => {
  await theBarIn("welcome");

  await board.press("Volgende: Lezen");
  const after = meta().phase.id;
  const said = board.find("[role=status]", /Fase: Lezen/);
  await board.press("Ongedaan maken");

  expect(after).toBe("read");
  expect(meta().phase.id).toBe("welcome");
  expect(said.textContent).toContain("Teruggedraaid: Fase: Lezen");
});

it("asks before a phase that shows drafts, and says that there is no way back", async () => {
  await theBarIn("write");
  await board.do(() => {
    board.server.board.do(board.other, aCreate({ text: "Nog stil" }));
  });

  await board.press("Volgende: Onthullen en lezen");
  const asked = meta().phase.id;
  const words = board.find("dialog", /Naar de fase/).textContent;
  await board.press("Ga verder en toon alles");

  expect(asked).toBe("write");
  expect(words).toContain("Er is 1 concept.");
  expect(words).toContain("Dat kun je niet terugdraaien.");
  expect(meta().phase.id).toBe("reveal");
});

it("goes on at once when there is nothing to show", async () => {
  await theBarIn(
    "read",
    readyPlans.standard.filter(({ id }) => id !== "write"),
  );

  await board.press("Volgende: Onthullen en lezen");

  expect(meta().phase.id).toBe("reveal");
});

it("says that somebody else has just changed the phase", async () => {
  await theBarIn("welcome");
  board.server.board.refuse = (op) => (op === "phase" ? "wrong-phase" : undefined);

  await board.press("Volgende: Lezen");

  expect(board.find("[role=status]", /Iemand anders heeft net de fase veranderd/)).toBeDefined();
  expect(board.all("button", "Ongedaan maken")).toEqual([]);
});

it("sends one phase command for two quick presses", async () => {
  await theBarIn("welcome");
  const next = board.find("button", "Volgende: Lezen");

  await board.do(() => {
    next.click();
    next.click();
  });

  expect(commands().filter(({ op }) => op === "phase").length).toBe(1);
});

it("gives a minute more, holds the time and lets it go on", async () => {
  await theBarIn("welcome");
  await board.press("Volgende: Lezen");
  const before = endOf();

  await board.press("+1 min: één minuut erbij");
  const longer = endOf();
  await board.press("Pauze");
  const paused = meta().timer;
  await board.press("Verder");

  expect(longer - before).toBe(60_000);
  expect(paused).toHaveProperty("pausedLeftMs");
  expect(meta().timer).toHaveProperty("endsAt");
});
function endOf(): number {
  const { timer } = meta();
  return timer !== null && "endsAt" in timer ? timer.endsAt : Number.NaN;
}

it("makes everybody look at a lever, and lets go again", async () => {
  await theBarIn("welcome");

  await board.press("Kijk hier");
  await board.press(/3.*Leren door te proberen/);
  const pointed = meta().spotlight;
  await board.press("Stop met wijzen");

  expect(pointed).toMatchObject({ kind: "lever", id: "h03" });
  expect(meta().spotlight).toBeNull();
});

it("shows how many have voted while a vote is open, and reveals it after a question", async () => {
  await theBarIn("cluster");
  await board.press("Volgende: Stemmen");

  await board.press(/0 gestemd, \d+ nu aanwezig/);
  await board.press("Toon de uitslag");
  const asked = meta().ballot?.state;
  await board.press("Ja, toon de uitslag");

  expect(asked).toBe("open");
  expect(meta().ballot?.state).toBe("revealed");
});

it("names who has a hand up where they have a name", async () => {
  await theBarIn("discuss");
  const nameless = { ...board.other, personId: newId() };
  await board.do(() => {
    peopleOf(board.server.board.doc).set(nameless.personId, { hue: 10 });
    board.server.board.do(board.other, { op: "hand", id: newId(), isUp: true });
    board.server.board.do(nameless, { op: "hand", id: newId(), isUp: true });
  });

  await board.press("2 handen");

  expect(board.all("dialog li strong", /./).map((name) => name.textContent)).toEqual([
    "Bram",
    "deelnemer",
  ]);
});

it("locks the board and takes that back", async () => {
  await theBarIn("write");

  await board.press("Op slot");
  await board.press("Het hele bord");
  const locked = meta().locks.board;
  await board.press("Ongedaan maken");

  expect(locked).toBe(true);
  expect(meta().locks.board).toBe(false);
});

it("has for one thumb what one thumb needs, and the rest behind a button", async () => {
  isWide = false;
  await theBarIn("welcome");
  await board.press("Volgende: Lezen");

  await board.press("+1 min: één minuut erbij");
  await board.press("Meer");

  expect(board.all("button", "Kijk hier").length).toBeGreaterThan(0);
  expect(board.all("dialog button", "Op slot").length).toBe(1);
  expect(board.all("dialog button", "Logboek").length).toBe(1);
});

it("on a standing board there is no next phase, but time can be started", async () => {
  await theBarIn("open", readyPlans.standing);

  await board.press("Start tijd");
  await board.press("Start: 5 minuten");

  expect(board.all("button", /Volgende/)).toEqual([]);
  expect(meta().timer).toHaveProperty("endsAt");
});
