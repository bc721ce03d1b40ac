import { ballotOf, sessionOf } from "../../document/board-state.ts";
import { metaOf } from "../../document/roots.ts";
import { currentPhase } from "../../plan/current-phase.ts";
import { USUAL_BALLOT } from "../../plan/ready-plans.ts";
import type { Applying } from "../applying.ts";
import { writeResults } from "../votes/apply-vote.ts";
import type { BallotCommand } from "./lead-schema.ts";

/** Opens a vote, closes it, or puts its outcome into the document. */
export function changeBallot(applying: Applying, { id, change, ballot }: BallotCommand): void {
  const { doc, votes, now } = applying;
  const last = ballotOf(doc);
  if (change === "open") {
    const phase = currentPhase(sessionOf(doc));
    const asked = ballot ?? phase.ballot ?? USUAL_BALLOT;
    metaOf(doc).set("ballot", { ...asked, id, phase: phase.id, state: "open" });
  } else if (last !== undefined) {
    metaOf(doc).set("ballot", { ...last, state: change === "close" ? "closed" : "revealed" });
    if (change === "reveal") writeResults(doc, last, votes, now);
  }
}
