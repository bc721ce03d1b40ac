import type { CardView } from "@hefboom/client";

import { useBoard } from "../../board/use-board.ts";
import { NewestCards } from "./card/newest-cards.tsx";
import { VoteNews } from "./vote/vote-news.tsx";

/** Beside the card: what came last, or while people vote that they do, and on what. */
export function WallSide({ newest }: { newest: readonly CardView[] }) {
  const ballot = useBoard(({ meta }) => meta.ballot);
  const phaseId = useBoard(({ meta }) => meta.phase.id);
  const isVoting = ballot !== null && ballot.state !== "revealed" && ballot.phase === phaseId;
  return isVoting ? <VoteNews ballot={ballot} /> : <NewestCards cards={newest} />;
}
