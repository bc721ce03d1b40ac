import type { Ballot } from "@hefboom/board";
import type { GivenDots } from "@hefboom/contract/messages";

/** How many dots lie on these; of merged doubles each may have some. */
export function dotsOn(votes: GivenDots, targets: readonly string[]): number {
  return targets.reduce((sum, target) => sum + (votes[target] ?? 0), 0);
}

/** How many of one's dots are still to be given; never below 0. */
export function votesLeft({ dots }: Pick<Ballot, "dots">, votes: GivenDots): number {
  return Math.max(0, dots - dotsOn(votes, Object.keys(votes)));
}

/** What a vote changes: so many dots on this target, instead of those it had. */
interface Vote {
  readonly target: string;
  readonly dots: number;
}

/** One dot more for what stands here; the first of merged doubles gets it. `undefined` when there is none left. */
export function voteMore(
  ballot: Pick<Ballot, "dots">,
  votes: GivenDots,
  targets: readonly string[],
): Vote | undefined {
  const [target] = targets;
  if (target === undefined || votesLeft(ballot, votes) === 0) return undefined;
  return { target, dots: (votes[target] ?? 0) + 1 };
}

/** One dot less; `undefined` when nothing lies here. */
export function voteLess(votes: GivenDots, targets: readonly string[]): Vote | undefined {
  const target = targets.findLast((each) => (votes[each] ?? 0) > 0);
  return target === undefined ? undefined : { target, dots: (votes[target] ?? 0) - 1 };
}
