import type { CardView } from "@hefboom/client";
import { useMemo } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useHasPhases, usePhase } from "../../parts/session/use-phase.ts";
import type { SizedCluster } from "./clusters/largest-clusters.ts";
import { largestClusters } from "./clusters/largest-clusters.ts";
import type { WallCards } from "./clusters/use-wall-cards.ts";
import { ClustersNow } from "./list/clusters-now.tsx";
import { NewestCards } from "./list/newest-cards.tsx";
import { VoteNews } from "./vote/vote-news.tsx";

interface WallSideProps {
  newest: readonly CardView[];
  wall: WallCards;
}

/** So many can be read from the back. */
const CLUSTERS = 3;

/** Beside the card: what came last, what people put together while they do, or that they vote, and on what. */
export function WallSide({ newest, wall }: WallSideProps) {
  const clusters = useClustersNow(wall);
  const ballot = useBoard(({ meta }) => meta.ballot);
  const phaseId = useBoard(({ meta }) => meta.phase.id);
  const isVoting = ballot !== null && ballot.state !== "revealed" && ballot.phase === phaseId;
  if (isVoting) return <VoteNews ballot={ballot} />;
  if (clusters.length > 0) return <ClustersNow clusters={clusters} />;
  return <NewestCards cards={newest} />;
}

/** None but in a phase for it: where cards come in, the newest are what changes. */
function useClustersNow({ cards }: WallCards): readonly SizedCluster[] {
  const hasPhases = useHasPhases();
  const { rights } = usePhase();
  const clusters = useBoard((view) => view.clusters);
  const isNow = hasPhases && rights.cluster && !rights.add;
  return useMemo(
    () => (isNow ? largestClusters(clusters, cards, CLUSTERS) : []),
    [isNow, clusters, cards],
  );
}
