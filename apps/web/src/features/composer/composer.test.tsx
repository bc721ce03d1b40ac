import { metaOf, readCards, readyPlans } from "@hefboom/board";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { BoardHarness } from "../../testing/board-harness.tsx";
import { Composer } from "./composer.tsx";

let board: BoardHarness;
beforeEach(() => localStorage.clear());
afterEach(() => board[Symbol.asyncDispose]());

const cards = () => readCards(board.server.board.doc);

it("places a note on the lever it was opened from", async () => {
  board = new BoardHarness();
  const onPlaced = vi.fn();
  await board.show(<Composer lever="h05" onPlaced={onPlaced} />);

  await board.type("Je notitie", "Een bankje");
  await board.press("Plaatsen");

  expect(cards()).toMatchObject([{ kind: "note", text: "Een bankje", place: { lever: "h05" } }]);
  expect(onPlaced).toHaveBeenCalledWith("h05");
});

it("places a quote with its speaker", async () => {
  board = new BoardHarness();
  await board.show(<Composer lever={null} onPlaced={() => undefined} />);

  await board.press("Citaat");
  await board.type(/woord voor woord/, "Wij doen het wel.");
  await board.type(/Wie zei het/, "Jo");
  await board.type(/Op welke hefboom/, "h09");
  await board.press("Plaatsen");

  expect(cards()).toMatchObject([{ kind: "quote", speaker: "Jo", place: { lever: "h09" } }]);
});

it("says what is missing instead of placing nothing", async () => {
  board = new BoardHarness();
  await board.show(<Composer lever={null} onPlaced={() => undefined} />);

  await board.press("Plaatsen");

  expect(board.text()).toContain("Schrijf eerst iets.");
  expect(cards()).toEqual([]);
});

it("asks the staff for a consent and chooses none for them", async () => {
  board = new BoardHarness("facilitator");
  await board.show(<Composer lever={null} onPlaced={() => undefined} />);

  await board.type("Je notitie", "Van een briefje");
  await board.press("Plaatsen");
  expect(board.text()).toContain("Vraag het, en kies een antwoord.");

  await board.press("Ja, zonder naam");
  await board.press("Plaatsen");
  expect(cards()).toHaveLength(1);
});

it("says clearly that a text is too long", async () => {
  board = new BoardHarness();
  await board.show(<Composer lever={null} onPlaced={() => undefined} />);

  await board.type("Je notitie", "a".repeat(1_003));

  expect(board.text()).toContain("3 tekens te veel");
});

it("keeps the words and says why when a step without writing begins", async () => {
  board = new BoardHarness();
  const meta = metaOf(board.server.board.doc);
  const phase = { id: "write", seq: 2, index: 2, startedAt: 0 };
  meta.set("plan", readyPlans.standard);
  meta.set("phase", phase);
  await board.show(<Composer lever="h05" onPlaced={() => undefined} />);
  await board.type("Je notitie", "Een bankje");
  const silent = board.find("[role=status]", /./).textContent;

  await board.do(() => meta.set("phase", { ...phase, id: "vote", seq: 3 }));
  await board.press("Plaatsen");

  expect(silent).toBe("Alleen jij ziet dit nog.");
  expect(board.field("Je notitie").value).toBe("Een bankje");
  expect(board.find("[role=status]", /./).textContent).toBe(
    "In de stap ‘Stemmen’ plaats je geen kaarten. Je tekst blijft hier staan.",
  );
  expect(document.activeElement?.textContent).toContain("In de stap ‘Stemmen’");
  expect(cards()).toEqual([]);
});
