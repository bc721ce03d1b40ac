import { useBoard } from "../../../board/use-board.ts";
import { givenTo, mostGiven } from "../outcome.ts";
import { useBallot, useOutcome } from "../use-ballot.ts";
import type { VotesOfProps } from "../votes-of.tsx";
import { ResultBar } from "./result-bar.tsx";
import { OwnVotes, VoteControl } from "./vote-control.tsx";

/** What is to be done, or seen, of the votes for one thing. */
export function VoteRow({ on, targets, name }: VotesOfProps) {
  const ballot = useBallot();
  const outcome = useOutcome();
  const clusters = useBoard((view) => view.clusters);
  return (
    <>
      {ballot?.on === on && ballot.state === "open" && (
        <VoteControl ballot={ballot} name={name} targets={targets} />
      )}
      {ballot?.on === on && ballot.state === "closed" && (
        <OwnVotes ballot={ballot} targets={targets} />
      )}
      {outcome?.on === on && (
        <ResultBar dots={givenTo(outcome, targets)} most={mostGiven(outcome, clusters)} />
      )}
    </>
  );
}
