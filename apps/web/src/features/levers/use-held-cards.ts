import { useState } from "react";

import { useBoard, useOpenBoard } from "../../board/use-board.ts";
import { useScreen } from "../../parts/screen/screen-store.ts";
import { type HeldCards, holdCards } from "./held-cards.ts";

const NO_CARDS: readonly string[] = [];

/** The cards of a lever as this person sees them, and how to let the waiting ones in. Mount it anew for another lever. */
export function useHeldCards(lever: string | null): HeldCards & { letIn: () => void } {
  const { store } = useOpenBoard();
  const actual = useBoard(({ cardIdsOn }) => cardIdsOn.get(lever)) ?? NO_CARDS;
  const touched = useScreen(({ touchedHere }) => touchedHere);
  const [shown, setShown] = useState<readonly string[]>(actual);
  const [known, setKnown] = useState({ actual, touched });
  const held = holdCards(shown, actual, (id) => touched.has(id));
  // Derived from two stores: kept while rendering, as React asks for state that follows other state.
  if (known.actual !== actual || known.touched !== touched) {
    setKnown({ actual, touched });
    if (held.shown !== shown) setShown(held.shown);
  }
  const letIn = () => {
    const now = store.getState().cardIdsOn.get(lever) ?? NO_CARDS;
    setShown(now);
  };
  return { ...held, letIn };
}
