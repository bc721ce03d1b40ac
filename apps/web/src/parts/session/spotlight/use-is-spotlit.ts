import type { Spotlight } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";

/** Whether the facilitator points at this now. */
export function useIsSpotlit(kind: Spotlight["kind"], id: string | null): boolean {
  return useBoard(
    ({ meta: { spotlight } }) =>
      spotlight !== null && spotlight.kind === kind && spotlight.id === id,
  );
}
