import type { BallotState } from "@hefboom/board";
import { Suspense } from "react";

import { useBoard } from "../../board/use-board.ts";
import { lazyPart } from "../session/lazy-part.tsx";

const shown = () => import("./shown/shown.ts");
const VoteRow = lazyPart(() => shown().then((m) => m.VoteRow));
const LeverTotal = lazyPart(() => shown().then((m) => m.LeverTotal));
const LazyVoteOrder = lazyPart(() => shown().then((m) => m.VoteOrder));
const LazyVoteBar = lazyPart(() => shown().then((m) => m.VoteBar));

export interface VotesOfProps {
  on: BallotState["on"];
  /** A card (of merged doubles all), a cluster or a lever. */
  targets: readonly string[];
  /** What is voted on, in a few words, for who cannot see it. */
  name: string;
}

/** The votes for one thing: to be given while the vote is open, and as a bar when everybody may know. */
export function VotesOf(props: VotesOfProps) {
  const isVotedOn = useBoard(({ meta }) => meta.ballot?.on === props.on);
  return isVotedOn ? (
    <Suspense>
      <VoteRow {...props} />
    </Suspense>
  ) : null;
}

/** The votes for all that lies on a lever. */
export function VotesOnLever({ lever }: { lever: string | null }) {
  const isThere = useBoard(({ meta }) => meta.ballot !== null && meta.ballot.on !== "lever");
  return isThere ? (
    <Suspense>
      <LeverTotal lever={lever} />
    </Suspense>
  ) : null;
}

/** The choice of the order in which a lever's cards stand, where there is one. */
export function VoteOrder() {
  const isRevealed = useBoard(({ meta }) => meta.ballot?.state === "revealed");
  return isRevealed ? (
    <Suspense>
      <LazyVoteOrder />
    </Suspense>
  ) : null;
}

/** How many votes one has left. */
export function VoteBar() {
  const isThere = useBoard(({ meta }) => meta.ballot !== null);
  return isThere ? (
    <Suspense>
      <LazyVoteBar />
    </Suspense>
  ) : null;
}
