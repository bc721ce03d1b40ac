import type { CardView } from "@hefboom/client";
import { expect, it } from "vitest";

import { BoardHarness } from "../../testing/board-harness.tsx";
import { CardFace } from "./card-face.tsx";

const note: CardView = {
  id: "c".repeat(20),
  kind: "note",
  text: "Een bank bij de vijver.",
  place: { lever: "h01", order: "a0" },
  saving: "saved",
  isOwn: false,
  via: "scribe",
};

it("names who said what a scribe wrote down, on a note too", async () => {
  await using board = new BoardHarness();

  await board.show(<CardFace card={{ ...note, speaker: "Riet" }} />);

  expect(board.text()).toBe("Een bank bij de vijver.Riet");
});

it("tells of words without a name that a scribe wrote them down", async () => {
  await using board = new BoardHarness();

  await board.show(<CardFace card={note} />);

  expect(board.text()).toBe("Een bank bij de vijver.opgeschreven door de schrijver");
});
