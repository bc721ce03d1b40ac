import { useEffect, useRef } from "react";

import { useOpenBoard } from "../../../board/use-board.ts";
import { useFollow } from "./follow-store.ts";
import { type SpotlightGoal, spotlightGoal } from "./spotlight-goal.ts";

/** How one way of showing the board goes along with the spotlight, and back. */
interface SpotlightMoves<Spot> {
  /** Where one is now. */
  here: () => Spot;
  go: (goal: SpotlightGoal) => void;
  back: (spot: Spot) => void;
}

/** Goes where the facilitator points, and back to where one was before the first of it. */
export function useSpotlightMoves<Spot>(moves: SpotlightMoves<Spot>): void {
  const { store } = useOpenBoard();
  const { state, seq } = useFollow();
  const latest = useRef(moves);
  useEffect(() => {
    latest.current = moves;
  });
  const origin = useRef<Spot>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another spotlight is another way to go
  useEffect(() => {
    const { here, go, back } = latest.current;
    if (state === "following") {
      const view = store.getState();
      const goal = spotlightGoal(view, view.meta.spotlight);
      if (goal === undefined) return;
      origin.current ??= here();
      go(goal);
      return;
    }
    if (state === "returned" && origin.current !== undefined) back(origin.current);
    origin.current = undefined;
  }, [state, seq, store]);
}
