import type { Group, LeverView } from "@hefboom/board";
import { useEffect, useState } from "react";

import { loadTray } from "../essay/tray.ts";

export interface BoardLevers {
  readonly groups: readonly Group[];
  readonly levers: readonly LeverView[];
}

/** The board's levers, read once; `undefined` until they are known. */
export function useLevers(boardId: string): { levers: BoardLevers | undefined; error: unknown } {
  const [levers, setLevers] = useState<BoardLevers>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let isGone = false;
    loadTray(boardId).then(
      (read) => isGone || setLevers(read),
      (problem: unknown) => isGone || setError(problem),
    );
    return () => {
      isGone = true;
    };
  }, [boardId]);
  return { levers, error };
}
