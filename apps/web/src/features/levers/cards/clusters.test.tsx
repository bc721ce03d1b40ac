import { metaOf, newId, readyPlans } from "@hefboom/board";
import { anActor, TEST_NOW } from "@hefboom/board/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { LeadNotice } from "../../../parts/lead/lead-notice.tsx";
import { closeNotice } from "../../../parts/lead/lead-store.ts";
import { screenStore } from "../../../parts/screen/screen-store.ts";
import { BoardHarness } from "../../../testing/board-harness.tsx";
import { LeverCards } from "./lever-cards.tsx";

let board: BoardHarness;
let ids: string[];
const leader = anActor("facilitator");
beforeEach(async () => {
  await Promise.all([import("./cluster-section.tsx"), import("../choosing/choosing-foot.tsx")]);
  screenStore.setState({ touchedHere: new Set(), cardToShow: undefined });
  closeNotice();
  board = new BoardHarness();
  ids = [];
  for (const text of ["Een bank", "Een boom", "Een bankje"]) {
    ids.push(await board.place({ lever: "h05", text }));
  }
  const { doc } = board.server.board;
  metaOf(doc).set("plan", readyPlans.standard);
  metaOf(doc).set("phase", { id: "cluster", seq: 3, index: 4, startedAt: TEST_NOW });
});
afterEach(() => board[Symbol.asyncDispose]());

const show = () =>
  board.show(
    <>
      <LeverCards lever="h05" />
      <LeadNotice />
    </>,
  );
const cluster = (members: string[], title: string, isMerged?: boolean) =>
  board.server.board.do(leader, {
    op: "cluster",
    id: newId(),
    clusterId: newId(),
    title,
    members,
    ...(isMerged && { isMerged }),
  });
/** What stands on the page in its order: headings and cards. */
const onScreen = () =>
  [...document.querySelectorAll("h3, li[data-card] article p:first-child")].map(
    (element) => element.textContent,
  );
const pick = (...indexes: number[]) => indexes.map((index) => ids[index] ?? "");

it("lists what was put together under its heading, and folds it away", async () => {
  cluster(pick(1, 2), "Zitten");
  await show();

  expect(onScreen()).toEqual(["Zitten2 kaarten", "Een boom", "Een bankje", "Een bank"]);
  await board.press("Zitten2 kaarten");
  expect(onScreen()).toEqual(["Zitten2 kaarten", "Een bank"]);
});

it("shows merged doubles once, with how often and by whom it was said", async () => {
  cluster(pick(0, 2), "", true);
  await show();

  expect(onScreen()).toEqual(["Een bank", "Een boom"]);
  expect(board.text()).toContain("2 keer gezegd");
  expect(board.text()).toContain("door Bram (2)");
});

it("stands still when somebody else puts cards together, until a tap", async () => {
  await show();

  await board.do(() => cluster(pick(1, 2), "Zitten"));
  const still = onScreen();
  await board.press("Anders ingedeeld: laat zien");

  expect(still).toEqual(["Een bank", "Een boom", "Een bankje"]);
  expect(onScreen()).toEqual(["Zitten2 kaarten", "Een boom", "Een bankje", "Een bank"]);
});

it("puts chosen cards under a new heading at once, and takes that back", async () => {
  await show();

  await board.press("Kies kaarten");
  await board.press("Kies kaart: Een bank");
  await board.press("Kies kaart: Een bankje");
  await board.press("Samen onder een kop");
  await board.type("Kop", "Zitten");
  await board.press("Zet bij elkaar");
  const together = onScreen();
  await board.press("Ongedaan maken");

  expect(together).toEqual(["Zitten2 kaarten", "Een bank", "Een bankje", "Een boom"]);
  expect(onScreen()).toEqual(["Een bank", "Een boom", "Een bankje"]);
});

it("merges chosen doubles", async () => {
  await show();

  await board.press("Kies kaarten");
  await board.press("Kies kaart: Een bank");
  await board.press("Kies kaart: Een bankje");
  await board.press("Dubbel: voeg samen");

  expect(onScreen()).toEqual(["Een bank", "Een boom"]);
});

it("gives a group another heading, and takes it apart", async () => {
  cluster(pick(1, 2), "Zitten");
  await show();

  await board.press("Cluster aanpassen: Zitten");
  await board.type("Kop", "Rusten");
  await board.press("Bewaar de kop");
  const renamed = onScreen();
  await board.press("Cluster aanpassen: Rusten");
  await board.press("Haal het cluster uit elkaar");

  expect(renamed[0]).toBe("Rusten2 kaarten");
  expect(onScreen()).toEqual(["Een bank", "Een boom", "Een bankje"]);
});

it("offers none of it where the phase does not", async () => {
  cluster(pick(1, 2), "Zitten");
  metaOf(board.server.board.doc).set("phase", { id: "discuss", seq: 4, index: 6, startedAt: 0 });
  await show();

  expect(board.all("button", /Kies kaarten|Cluster aanpassen/)).toEqual([]);
});

describe("with moderation on, a participant", () => {
  beforeEach(() => {
    metaOf(board.server.board.doc).set("settings", { isModerated: true });
  });
  const choose = async () => {
    await board.press("Kies kaarten");
    await board.press("Kies kaart: Een bank");
    await board.press("Kies kaart: Een bankje");
  };

  it("puts cards together without a heading, and reads why", async () => {
    await show();

    await choose();
    await board.press("Zet bij elkaar");
    const fields = board.all("label", "Kop");
    const why = board.text();
    await board.do(() => board.find("form button", "Zet bij elkaar").click());

    expect(fields).toEqual([]);
    expect(why).toContain("leest de begeleider nieuwe woorden eerst");
    expect(onScreen()).toEqual(["Zonder kop2 kaarten", "Een bank", "Een bankje", "Een boom"]);
  });

  it("merges doubles that stand under a heading, which goes", async () => {
    cluster(pick(0, 1, 2), "Zitten");
    await show();

    await choose();
    await board.press("Dubbel: voeg samen");

    expect(board.text()).toContain("De kaarten zijn samengevoegd.");
    expect(onScreen()).toEqual(["Zitten1 kaart", "Een boom", "Een bank"]);
  });

  it("takes a group apart, but does not change its heading", async () => {
    cluster(pick(1, 2), "Zitten");
    await show();

    await board.press("Cluster aanpassen: Zitten");
    const fields = board.all("label", "Kop");
    const why = board.text();
    await board.press("Haal het cluster uit elkaar");

    expect(fields).toEqual([]);
    expect(why).toContain("alleen de begeleider de kop aanpassen");
    expect(onScreen()).toEqual(["Een bank", "Een boom", "Een bankje"]);
  });
});
