import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { openWorkshopIn } from "./own-address.ts";

it("finds the workshop that is open, and nothing else", () => {
  const boardId = newId();

  expect(openWorkshopIn(`#${boardId}`)).toBe(boardId);
  expect(openWorkshopIn("")).toBeUndefined();
  expect(openWorkshopIn("#key=abc")).toBeUndefined();
});
