import { newId, readMeta } from "@hefboom/board";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { closeNotice } from "../../../parts/lead/lead-store.ts";
import { BoardHarness } from "../../../testing/board-harness.tsx";
import { LogDialog } from "./log-dialog.tsx";
import type { Act } from "./log-sentence.ts";

let board: BoardHarness;
let pages: Act[][];
const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
  board = new BoardHarness("facilitator");
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return Response.json({ acts: pages.shift() ?? [] });
  });
});
afterEach(async () => {
  await board[Symbol.asyncDispose]();
  closeNotice();
  vi.unstubAllGlobals();
});

const anAct = (changes: Partial<Act>): Act => ({
  id: newId(),
  at: 1_000,
  role: "facilitator",
  personId: board.me.personId,
  op: "timer",
  isUndoable: false,
  ...changes,
});

it("tells who did what, with an undo where there is one", async () => {
  const lock = { op: "lock", id: newId(), lever: null, isLocked: true } as const;
  board.server.board.do(board.me, lock);
  pages = [[anAct({ op: "lock", id: lock.id, isUndoable: true }), anAct({})]];
  await board.show(<LogDialog />);
  const told = board.text();

  await board.press("Ongedaan maken: Jij veranderde het slot van het bord.");

  expect(told).toContain("Jij veranderde de tijd.");
  expect(readMeta(board.server.board.doc).locks.board).toBe(false);
  expect(board.text()).toContain("Teruggedraaid: Jij veranderde het slot van het bord.");
});

it("says that it is too late where something changed since", async () => {
  pages = [[anAct({ op: "phase", isUndoable: true })]];
  await board.show(<LogDialog />);

  await board.press(/^Ongedaan maken/);

  expect(board.text()).toContain("er is daarna iets veranderd");
});

it("fetches what was before, from the last moment on", async () => {
  const full = Array.from({ length: 100 }, (_, index) => anAct({ at: 5_000 - index }));
  pages = [full, [anAct({ op: "plan", at: 10 })]];
  await board.show(<LogDialog />);

  await board.press("Toon wat eerder was");

  expect(asked.at(-1)).toContain("before=4901");
  expect(document.querySelectorAll("li").length).toBe(101);
  expect(board.all("button", "Toon wat eerder was")).toEqual([]);
});
