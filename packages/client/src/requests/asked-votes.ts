import { type VoteCommand, voterKey } from "@hefboom/board";
import type { GivenDots } from "@hefboom/contract/messages";

import type { BoardView } from "../board-view.ts";
import { voterIn } from "./request-rules.ts";

type VotesFor = BoardView["votesFor"];

/** Votes that the server's count may not have yet: laid over it, so that a dot reacts at once. */
export class AskedVotes {
  #asked: readonly { command: VoteCommand; isSaved: boolean }[] = [];

  add(command: VoteCommand): void {
    this.#asked = [...this.#asked, { command, isSaved: false }];
  }

  /** The server has counted it, though its count may not be here yet; else it is as if never asked for. */
  done({ id }: VoteCommand, isSaved: boolean): void {
    this.#asked = isSaved
      ? this.#asked.map((one) => (one.command.id === id ? { ...one, isSaved } : one))
      : this.#asked.filter(({ command }) => command.id !== id);
  }

  /** The count has come, with everything in it that was answered before. */
  counted(): void {
    this.#asked = this.#asked.filter(({ isSaved }) => !isSaved);
  }

  over(votes: GivenDots): GivenDots {
    return layOver(votes, this.#of(undefined));
  }

  overOthers(votesFor: VotesFor): VotesFor {
    const voters = new Set(this.#asked.map(({ command }) => voterIn(command)));
    let all = votesFor;
    for (const voter of voters) {
      if (voter === undefined) continue;
      const name = Object.keys(all).find((known) => voterKey(known) === voter) ?? voter;
      all = { ...all, [name]: layOver(all[name] ?? {}, this.#of(voter)) };
    }
    return all;
  }

  #of(voter: string | undefined): VoteCommand[] {
    return this.#asked
      .map(({ command }) => command)
      .filter((command) => voterIn(command) === voter);
  }
}

function layOver(votes: GivenDots, commands: readonly VoteCommand[]): GivenDots {
  if (commands.length === 0) return votes;
  const given = new Map(Object.entries(votes));
  for (const { target, dots } of commands) {
    if (dots === 0) given.delete(target);
    else given.set(target, dots);
  }
  return Object.fromEntries(given);
}
