import { metaOf, newId, readClusters, readyPlans } from "@hefboom/board";
import { anActor, TEST_NOW } from "@hefboom/board/testing";
import { afterEach, beforeEach, expect, it } from "vitest";

import { BoardHarness } from "../../../testing/board-harness.tsx";
import { CardSheet } from "../card-sheet.tsx";

let board: BoardHarness;
let ids: string[];
const leader = anActor("facilitator");
beforeEach(async () => {
  await import("./card-group.tsx");
  board = new BoardHarness();
  ids = [];
  for (const text of ["Een bank", "Een boom", "Een bankje"]) {
    ids.push(await board.place({ lever: "h05", text }));
  }
  metaOf(board.server.board.doc).set("plan", readyPlans.standard);
  goTo("cluster");
});
afterEach(() => board[Symbol.asyncDispose]());

const goTo = (id: string) =>
  metaOf(board.server.board.doc).set("phase", { id, seq: 3, index: 4, startedAt: TEST_NOW });
const at = (index: number) => ids[index] ?? "";
const clusters = () =>
  readClusters(board.server.board.doc).map(({ title, members, isMerged }) => ({
    title,
    members,
    ...(isMerged && { isMerged }),
  }));
const cluster = (members: string[], title: string, isMerged = false) =>
  board.server.board.do(leader, {
    op: "cluster",
    id: newId(),
    clusterId: newId(),
    title,
    members,
    ...(isMerged && { isMerged }),
  });
const open = async (index: number) => {
  await board.show(<CardSheet cardId={at(index)} />);
  await board.press("Zet bij…");
  await board.do(() => undefined);
};

it("puts a card with another under a new heading", async () => {
  await open(0);

  await board.type("Waar hoort het bij?", at(2));
  await board.press("Zet bij elkaar");
  const withoutHeading = clusters();
  await board.type("Kop", "Zitten");
  await board.press("Zet bij elkaar");

  expect(withoutHeading).toEqual([]);
  expect(clusters()).toEqual([{ title: "Zitten", members: [at(2), at(0)] }]);
});

it("puts a card into a group, and merges it with a double", async () => {
  cluster([at(2)], "Zitten");
  await open(0);

  await board.type("Waar hoort het bij?", readClusters(board.server.board.doc)[0]?.id ?? "");
  await board.press("Zet bij elkaar");

  expect(clusters()).toEqual([{ title: "Zitten", members: [at(2), at(0)] }]);
});

it("takes a card out of its group", async () => {
  cluster([at(0), at(2)], "Zitten");
  await open(0);

  expect(board.text()).toContain("Staat in cluster: Zitten");
  await board.press("Haal uit het cluster");

  expect(clusters()).toEqual([{ title: "Zitten", members: [at(2)] }]);
});

it("shows the other words and authors of merged doubles, also where nothing may be changed", async () => {
  cluster([at(0), at(2)], "", true);
  goTo("discuss");
  await board.show(<CardSheet cardId={at(0)} />);

  expect(board.text()).toContain("Dit werd vaker gezegd");
  expect(board.text()).toContain("Een bankje");
  expect(board.all("summary", /Zet bij/)).toEqual([]);
});
