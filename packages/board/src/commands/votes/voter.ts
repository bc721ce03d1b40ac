import type { Actor } from "../actor.ts";
import type { VoteCommand } from "../command-schema.ts";

/** How those whom a scribe votes for begin in the book of votes; no personId holds a space. */
const FOR_OTHERS = "for ";

/** How names and tables are told apart for whom a scribe speaks: "Tafel 4 " is "tafel 4". */
export function voterKey(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}

/** Whose budget a vote is taken from: the sender's, or that of the person or table a scribe votes for. */
export function voterOf(
  { personId }: Pick<Actor, "personId">,
  { voter }: Pick<VoteCommand, "voter">,
): string {
  return voter === undefined ? personId : `${FOR_OTHERS}${voterKey(voter)}`;
}

/** @returns the `voterKey` of whom a scribe voted for; `undefined` when `voter` voted themselves */
export function votedFor(voter: string): string | undefined {
  return voter.startsWith(FOR_OTHERS) ? voter.slice(FOR_OTHERS.length) : undefined;
}
