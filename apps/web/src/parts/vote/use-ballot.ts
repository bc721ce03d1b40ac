import {
  type BallotState,
  isAllowed,
  type Meta,
  type Results,
  type Role,
  rightsNow,
} from "@hefboom/board";

import { useBoard, useMe } from "../../board/use-board.ts";
import { outcomeToShow } from "./outcome.ts";

/** The vote that this role takes part in: open, or just closed and not shown yet. */
function ballotFor(meta: Meta, role: Role): BallotState | undefined {
  const { ballot } = meta;
  if (ballot === null || ballot.state === "revealed") return undefined;
  return isAllowed(role, rightsNow(meta), "vote") ? ballot : undefined;
}

export function useBallot(): BallotState | undefined {
  const { role } = useMe();
  return useBoard(({ meta }) => ballotFor(meta, role));
}

export function useOutcome(): Results | undefined {
  return useBoard(({ meta, results }) => outcomeToShow(meta.ballot, results));
}
