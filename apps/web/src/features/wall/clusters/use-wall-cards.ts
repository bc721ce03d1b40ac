import type { CardView } from "@hefboom/client";
import { useMemo } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { type Doubles, doublesOf } from "./doubles.ts";

export interface WallCards {
  readonly cards: ReadonlyMap<string, CardView>;
  readonly doubles: Doubles;
}

/**
 * The cards that the hall may see. A wall that was opened by a facilitator knows of drafts, of cards that wait and of
 * hidden ones too: none of their words may come near a projector.
 */
export function useWallCards(): WallCards {
  const all = useBoard((view) => view.cards);
  const clusters = useBoard((view) => view.clusters);
  return useMemo(() => {
    const cards = withoutHeld(all);
    return { cards, doubles: doublesOf(clusters, cards) };
  }, [all, clusters]);
}

export function withoutHeld(all: ReadonlyMap<string, CardView>): ReadonlyMap<string, CardView> {
  const shown = [...all].filter(([, { held }]) => held === undefined);
  return shown.length === all.size ? all : new Map(shown);
}
