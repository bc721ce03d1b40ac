import { metaOf, newId, readCards, readMeta } from "@hefboom/board";
import { act } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { LeadNotice } from "../../../parts/lead/lead-notice.tsx";
import { closeNotice } from "../../../parts/lead/lead-store.ts";
import { BoardHarness } from "../../../testing/board-harness.tsx";
import { Moderation } from "./moderation.tsx";

let board: BoardHarness;
let answers: Record<string, unknown>;
const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
  answers = {};
  vi.stubGlobal("fetch", async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`);
    const found = Object.entries(answers).find(([end]) => path.endsWith(end));
    return found ? Response.json(found[1]) : new Response("", { status: 503 });
  });
});
afterEach(async () => {
  await board[Symbol.asyncDispose]();
  closeNotice();
  vi.unstubAllGlobals();
});

/** The moderation of a board on which new cards wait. */
async function show() {
  board = new BoardHarness("facilitator");
  metaOf(board.server.board.doc).set("settings", { isModerated: true });
  await board.show(
    <>
      <Moderation />
      <LeadNotice />
    </>,
  );
}
const texts = () => readCards(board.server.board.doc).map(({ text }) => text);

it("shows what waits, and puts it on the board by one press", async () => {
  await show();
  await board.place({ text: "Even wachten" });
  const waiting = board.all("h3", "Wacht op jou (1)").length;

  await board.press("Toon");

  expect(waiting).toBe(1);
  expect(texts()).toEqual(["Even wachten"]);
  expect(board.all("h3", "Wacht op jou (0)").length).toBe(1);
});

it("keeps the focus in the list when a card leaves it", async () => {
  await show();
  await board.place({ text: "Weg ermee" });

  await board.do(() => board.find("button", "Verberg").focus());
  await board.press("Verberg");

  expect(document.activeElement?.textContent).toBe("Wacht op jou (0)");
  expect(board.all("h3", "Verborgen (1)").length).toBe(1);
});

it("deletes only after a question", async () => {
  await show();
  await board.place({ text: "Weg ermee" });

  await board.press("Haal weg");
  const before = board.text().includes("Weg ermee");
  await board.press("Ja, weghalen");

  expect([before, board.text().includes("Weg ermee")]).toEqual([true, false]);
});

it("stops a participant in two presses and takes that back in one", async () => {
  await show();
  const { personId } = board.other;
  const bram = { id: personId, name: "Bram", joinedAt: 0, isStopped: false, cards: 2 };
  answers["/participants"] = { participants: [bram] };
  await board.press("Mensen");

  await board.press(/^Bram/);
  await board.press("Stop deze deelnemer");
  const stopped = board.text().includes("gestopt");
  await board.press("Ongedaan maken");

  expect(stopped).toBe(true);
  expect(board.all("button", "Stop deze deelnemer").length).toBe(1);
});

it("ties nobody to cards while authors are hidden", async () => {
  await show();
  metaOf(board.server.board.doc).set("authors", "hidden");
  const { personId } = board.other;
  const bram = { id: personId, name: "Bram", joinedAt: 0, isStopped: false };
  answers["/participants"] = { participants: [bram] };
  await board.press("Mensen");

  await board.press(/^Bram/);

  expect(board.text()).toMatch(/Bramsinds \d/);
  expect(board.text()).not.toContain("kaart");
  expect(board.all("button", "Toon concepten van deze persoon")).toEqual([]);
});

it("says so when people cannot be fetched, and tries again", async () => {
  await show();
  await board.press("Mensen");
  answers["/participants"] = { participants: [] };

  await board.press("Opnieuw proberen");

  expect(board.text()).toContain("Er heeft nog niemand meegedaan.");
});

it("asks before a key dies, and makes the first one at once", async () => {
  await show();
  answers[`/boards/${"b".repeat(20)}`] = { keys: ["facilitator", "viewer"] };
  answers["/keys"] = { key: "k", links: { scribe: "https://hal.test/scribe#key=k" } };
  await board.press("Toegang");

  await board.press("Nieuwe link maken: Link voor het scherm in de zaal");
  const isAsked = board.all("dialog", /De oude link werkt dan meteen niet meer/).length;
  const before = asked.filter((call) => call.startsWith("POST"));
  await board.press("Link maken: Link voor de schrijver");

  expect([isAsked, before]).toEqual([1, []]);
  expect(asked.filter((call) => call.startsWith("POST"))).toHaveLength(1);
  expect(board.text()).toContain("De link is gemaakt.");
});

it("closes the door and the board, the latter after a question", async () => {
  await show();
  await board.press("Toegang");

  await board.press(/^Niemand meer erbij/);
  await board.press("Sluit het bord");
  const asking = readMeta(board.server.board.doc).settings;
  await board.press("Ja, sluit het bord");

  expect(asking).toMatchObject({ isJoiningClosed: true });
  expect(asking.isClosed).toBeUndefined();
  expect(readMeta(board.server.board.doc).settings.isClosed).toBe(true);
});

it("makes a new code after a question, and asks for it anew", async () => {
  await show();
  answers["/code"] = { code: "ABC234" };
  await board.press("Toegang");
  const before = asked.filter((call) => call.endsWith("/invitation")).length;

  await board.press("Maak een nieuwe code");
  await board.press("Ja, nieuwe code");

  expect(asked).toContain(`POST /api/boards/${"b".repeat(20)}/code`);
  expect(asked.filter((call) => call.endsWith("/invitation")).length).toBeGreaterThan(before);
});

it("tells a link of the scribe once it is made", async () => {
  await show();
  answers["/keys"] = { key: "k", links: { scribe: "http://hefboom.test/b/x/scribe#key=k" } };
  await board.press("Toegang");

  await board.press("Nieuwe link maken: Link voor de schrijver");
  await board.press("Maak een nieuwe link");

  expect(board.field("Link voor de schrijver").value).toBe("http://hefboom.test/b/x/scribe#key=k");
});

it("puts a card of the bin back on the board", async () => {
  await show();
  metaOf(board.server.board.doc).set("settings", {});
  const cardId = await board.place({ text: "Toch wel" });
  await act(async () => {
    board.server.board.do(board.me, { op: "delete", id: newId(), cardId });
  });
  const binned = {
    cardId,
    kind: "note",
    text: "Toch wel",
    lever: "h01",
    binnedAt: 0,
    keptUntil: 9,
  };
  answers["/bin"] = { cards: [binned] };
  await board.press("Prullenbak");

  await board.press("Zet terug");

  expect(texts()).toEqual(["Toch wel"]);
  expect(board.all("button", "Zet terug")).toEqual([]);
});
