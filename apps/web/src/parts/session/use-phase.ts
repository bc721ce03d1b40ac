import { currentPhase, type Phase } from "@hefboom/board";

import { useBoard } from "../../board/use-board.ts";

/** The phase the session is in. */
export function usePhase(): Phase {
  return useBoard(({ meta }) => currentPhase(meta));
}

/** Whether the session has steps at all; a standing board has one. */
export function useHasPhases(): boolean {
  return useBoard(({ meta }) => meta.plan.length > 1);
}
