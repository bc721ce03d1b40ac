export interface Tally {
  readonly voters: number;
  /** By id of what got them; only what got some. A map: a lever may be called "constructor". */
  readonly dots: ReadonlyMap<string, number>;
}
/** Who gave how many dots to what, in one vote after the other. It never enters the document. */
export interface VoteBook {
  /** Dots of one voter, by id of what they are given to; only what has some. */
  dotsOf(ballotId: string, voter: string): ReadonlyMap<string, number>;
  tally(ballotId: string): Tally;
}
export interface WritableVoteBook extends VoteBook {
  /** Instead of what this voter gave to it before; 0 takes the dots back. */
  put(ballotId: string, vote: { voter: string; target: string; dots: number }): void;
}
