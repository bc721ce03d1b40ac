import { aCreate } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import type { OutboxCommand } from "../outbox-command.ts";
import { foldCommand } from "./fold-command.ts";
import type { PendingCommand } from "./outbox-state.ts";

const pending = (command: OutboxCommand, isAttempted = false, page = "a"): PendingCommand => ({
  command,
  page,
  isAttempted,
  isHeld: false,
});
const fold = (entries: PendingCommand[], command: OutboxCommand) =>
  foldCommand(entries, pending(command)).map((entry) => entry.command);

const create = aCreate({ lever: "h01", order: "a1", x: 1, y: 2 });
const place = { op: "place", id: "p".repeat(20), cardId: create.cardId, lever: "h02" } as const;
const rewrite = {
  op: "rewrite",
  id: "r".repeat(20),
  cardId: create.cardId,
  text: "anders",
} as const;
const remove = { op: "delete", id: "d".repeat(20), cardId: create.cardId } as const;

it("moves a card inside its unsent create, without the old spot", () => {
  const { order: _order, x: _x, y: _y, ...rest } = create;

  expect(fold([pending(create)], place)).toEqual([{ ...rest, lever: "h02" }]);
});

it("changes nothing of what was sent once", () => {
  expect(fold([pending(create, true)], rewrite)).toEqual([create, rewrite]);
  expect(fold([pending(create, true)], remove)).toEqual([create, remove]);
});

it("keeps one move and one text of each card, the newest", () => {
  const later = { ...place, id: "q".repeat(20), lever: "h03" };

  expect(fold([pending(place), pending(rewrite)], later)).toEqual([later, rewrite]);
});

it("sends nothing of a card that was made and deleted unsent", () => {
  expect(fold([pending(create), pending(place)], remove)).toEqual([]);
});

it("leaves other cards alone", () => {
  const other = aCreate();

  expect(fold([pending(other)], remove)).toEqual([other, remove]);
});

it("changes nothing that another page made", () => {
  const elsewhere = pending(create, false, "b");

  expect(fold([elsewhere], place)).toEqual([create, place]);
  expect(fold([elsewhere], remove)).toEqual([create, remove]);
});
