import type { Tally, WritableVoteBook } from "@hefboom/board";

import type { VoteRow } from "../board-log.ts";

type Given = Map<string, number>;
type BallotVotes = Map<string, Given>;
const NONE: ReadonlyMap<string, number> = new Map<string, number>();

/** Who gave how many dots to what, in all votes of one board, with what the batch under way changed. */
export class RoomVotes implements WritableVoteBook {
  readonly #ballots = new Map<string, BallotVotes>();
  /** Of each ballot the sums, which an open vote asks for again and again. */
  readonly #sums = new Map<string, Map<string, number>>();
  #changes: VoteRow[] = [];

  constructor(stored: Iterable<VoteRow>) {
    for (const { ballot, ...vote } of stored) this.put(ballot, vote);
    this.#changes = [];
  }

  dotsOf(ballotId: string, voter: string): ReadonlyMap<string, number> {
    return this.#ballots.get(ballotId)?.get(voter) ?? NONE;
  }

  votersOf(ballotId: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
    return this.#ballots.get(ballotId) ?? new Map<string, Given>();
  }

  tally(ballotId: string): Tally {
    const voters = this.#ballots.get(ballotId)?.size ?? 0;
    return { voters, dots: this.#sums.get(ballotId) ?? NONE };
  }

  put(ballotId: string, vote: { voter: string; target: string; dots: number }): void {
    const { voter, target, dots } = vote;
    const ballot = this.#ballots.get(ballotId) ?? (new Map() as BallotVotes);
    const given = ballot.get(voter) ?? (new Map() as Given);
    this.#add(ballotId, target, dots - (given.get(target) ?? 0));
    if (dots > 0) given.set(target, dots);
    else given.delete(target);
    if (given.size > 0) ballot.set(voter, given);
    else ballot.delete(voter);
    this.#ballots.set(ballotId, ballot);
    this.#changes.push({ ballot: ballotId, ...vote });
  }

  /** Takes back all votes of somebody. */
  forget(voter: string): void {
    for (const [ballotId, ballot] of this.#ballots) {
      for (const target of [...(ballot.get(voter)?.keys() ?? [])]) {
        this.put(ballotId, { voter, target, dots: 0 });
      }
    }
  }

  /** Takes back all votes on these, whosever they are. */
  forgetTargets(targets: ReadonlySet<string>): void {
    for (const [ballotId, ballot] of this.#ballots) {
      for (const [voter, given] of [...ballot]) {
        const gone = [...given.keys()].filter((target) => targets.has(target));
        for (const target of gone) this.put(ballotId, { voter, target, dots: 0 });
      }
    }
  }

  get hasChanges(): boolean {
    return this.#changes.length > 0;
  }

  takeChanges(): VoteRow[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  #add(ballotId: string, target: string, dots: number): void {
    const sums = this.#sums.get(ballotId) ?? new Map<string, number>();
    const sum = (sums.get(target) ?? 0) + dots;
    if (sum > 0) sums.set(target, sum);
    else sums.delete(target);
    this.#sums.set(ballotId, sums);
  }
}
