import { newId } from "@hefboom/board";

import { boardLogSuite } from "./board-log-suite.ts";
import { MemoryBoardLog } from "./memory-board-log.ts";

boardLogSuite("MemoryBoardLog", async () => {
  const log = new MemoryBoardLog();
  const boardId = newId();
  log.addBoard(boardId);
  return { log, other: log, boardId, [Symbol.asyncDispose]: async () => {} };
});
