import { metaOf, readMeta, readyPlans } from "@hefboom/board";
import { afterEach, expect, it } from "vitest";

import { closeNotice } from "../../../parts/lead/lead-store.ts";
import { BoardHarness } from "../../../testing/board-harness.tsx";
import { PlanDialog } from "./plan-dialog.tsx";

let board: BoardHarness;
afterEach(async () => {
  await board[Symbol.asyncDispose]();
  closeNotice();
});

async function theEditor() {
  board = new BoardHarness("facilitator");
  const { doc } = board.server.board;
  metaOf(doc).set("plan", readyPlans.standard);
  metaOf(doc).set("phase", { id: "read", seq: 3, index: 1, startedAt: 0 });
  await board.show(<PlanDialog />);
}
const saved = () => readMeta(board.server.board.doc).plan;

it("changes a phase, and nobody notices before it is saved", async () => {
  await theEditor();

  await board.press(/^3Stil schrijven/);
  await board.type("Titel", "Schrijf mee");
  await board.type("Minuten", "12");
  await board.press("Alle kaarten aanpassen");
  const before = saved()[2]?.title.nl;
  await board.press("Bewaar de fasen");

  expect(before).toBe("Stil schrijven");
  expect(saved()[2]).toMatchObject({
    title: { nl: "Schrijf mee", en: "Write in silence" },
    minutes: 12,
    rights: { add: true, editAll: true },
  });
});

it("moves, removes and adds phases, but never removes the current one", async () => {
  await theEditor();

  await board.press("Eerder: Stil schrijven");
  await board.press("Haal weg: Welkom");
  await board.press("Fase toevoegen");
  await board.type("Titel", "Toetje");
  await board.press("Bewaar de fasen");

  expect(board.all("button", "Haal weg: Lezen")).toEqual([]);
  expect(saved().map(({ title }) => title.nl)).toEqual([
    "Stil schrijven",
    "Lezen",
    "Onthullen en lezen",
    "Clusteren",
    "Stemmen",
    "Bespreken",
    "Oogst",
    "Toetje",
  ]);
});

it("keeps a phase without a title from being saved, and shows where", async () => {
  await theEditor();

  await board.press("Fase toevoegen");
  await board.press("Bewaar de fasen");

  expect(saved()).toEqual(readyPlans.standard);
  expect(board.field("Titel").getAttribute("aria-invalid")).toBe("true");
});

it("takes a ready plan and keeps the phase of now in it", async () => {
  await theEditor();

  await board.type("Kant-en-klaar plan", "gallery-walk");
  await board.press("Neem dit plan");
  await board.press("Bewaar de fasen");

  expect(saved().map(({ id }) => id)).toEqual([
    "read",
    "welcome",
    "walk",
    "vote",
    "discuss",
    "harvest",
  ]);
});

it("says so when somebody else saved another plan meanwhile", async () => {
  await theEditor();
  const [first, ...others] = readyPlans.standard;
  if (first === undefined) throw new Error("the standard plan changed");

  await board.do(() => {
    const theirs = [{ ...first, title: { nl: "Hallo" } }, ...others];
    metaOf(board.server.board.doc).set("plan", theirs);
  });
  await board.press("Neem die over");

  expect(board.all("button", /^1Hallo/).length).toBe(1);
});
