import type { CardView } from "@hefboom/client";
import { useMemo } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { type Scene, sceneOf } from "./scene.ts";

/** @param cards those that the hall may see */
export function useScene(cards: ReadonlyMap<string, CardView>): Scene {
  const meta = useBoard((view) => view.meta);
  const levers = useBoard((view) => view.levers);
  const clusters = useBoard((view) => view.clusters);
  const results = useBoard((view) => view.results);
  return useMemo(
    () => sceneOf({ meta, levers, cards, clusters, results }),
    [meta, levers, cards, clusters, results],
  );
}
