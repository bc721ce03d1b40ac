import { useMemo } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { dotsByLever } from "../../../parts/vote/outcome.ts";
import type { WallCards } from "../clusters/use-wall-cards.ts";
import type { Scene } from "../scene/scene.ts";
import { leverOfSpot } from "../spot/spot-panel.tsx";
import { BoardShape } from "./board-shape.tsx";
import { cardsByLever } from "./islands.ts";

/** The shape of the board with what is counted now: cards, or after a vote the votes. */
export function WallBoard({ scene, wall }: { scene: Scene; wall: WallCards }) {
  const clusters = useBoard((view) => view.clusters);
  const results = scene.kind === "results" ? scene.results : undefined;
  const counts = useMemo(
    () =>
      results === undefined
        ? cardsByLever(wall.cards.values())
        : dotsByLever(results, { cards: wall.cards, clusters }),
    [results, wall, clusters],
  );
  return (
    <BoardShape
      counted={{ what: results === undefined ? "cards" : "dots", counts }}
      hasZeros={scene.kind !== "writing"}
      isNarrow={scene.kind === "gathering" || scene.kind === "quiet"}
      spotLever={scene.kind === "spotlight" ? leverOfSpot(scene.spot) : null}
    />
  );
}
