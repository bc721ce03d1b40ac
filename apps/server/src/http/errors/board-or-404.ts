import { AccessError } from "../../access/access-error.ts";
import type { AccessStore, BoardRecord } from "../../access/access-store.ts";

/** @throws {AccessError} BOARD_NOT_FOUND */
export async function boardOr404(
  store: Pick<AccessStore, "board">,
  boardId: string,
): Promise<BoardRecord> {
  const board = await store.board(boardId);
  if (board === undefined) throw new AccessError("BOARD_NOT_FOUND", "there is no such board");
  return board;
}
