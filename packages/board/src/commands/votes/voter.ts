import type { Actor } from "../actor.ts";
import type { VoteCommand } from "../command-schema.ts";

/** Whose budget a vote is taken from: the sender's, or that of the person or table a scribe votes for. */
export function voterOf(
  { personId }: Pick<Actor, "personId">,
  { voter }: Pick<VoteCommand, "voter">,
): string {
  return voter === undefined ? personId : `for ${voter.normalize("NFC").trim().toLowerCase()}`;
}
