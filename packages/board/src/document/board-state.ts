import type * as Y from "yjs";

import type { Locks, Meta, Settings } from "../model/meta.ts";
import type { BallotState, PhaseState } from "../model/session-schema.ts";
import { OPEN_PHASE } from "../plan/fixed-phases.ts";
import type { Plan } from "../plan/phase-schema.ts";
import { metaOf } from "./roots.ts";

/** With authors hidden nothing in the document may tie a card to a person. */
export function hasHiddenAuthors(doc: Y.Doc): boolean {
  return metaOf(doc).get("authors") === "hidden";
}

/** A board of before there were plans. */
const ONE_PHASE: Plan = [OPEN_PHASE];
/** Before there is a phase nobody but the staff has any right. */
const NO_PHASE: PhaseState = { id: "", seq: 0, index: 0, startedAt: 0 };
const NO_SETTINGS: Settings = {};

/** Where the session stands, and what its plan is. */
export function sessionOf(doc: Y.Doc): Pick<Meta, "plan" | "phase" | "settings"> {
  const meta = metaOf(doc);
  // The server alone writes these, in these shapes.
  return {
    plan: (meta.get("plan") as Plan | undefined) ?? ONE_PHASE,
    phase: (meta.get("phase") as PhaseState | undefined) ?? NO_PHASE,
    settings: (meta.get("settings") as Settings | undefined) ?? NO_SETTINGS,
  };
}

/** The vote that was opened last. */
export function ballotOf(doc: Y.Doc): BallotState | undefined {
  // The server alone writes `ballot`, as a BallotState or null.
  return (metaOf(doc).get("ballot") as BallotState | null | undefined) ?? undefined;
}

const NO_LOCKS: Locks = { board: false, levers: [] };

export function locksOf(doc: Y.Doc): Locks {
  // The server alone writes `locks`, as Locks.
  const locks = metaOf(doc).get("locks") as Locks | undefined;
  return locks ?? NO_LOCKS;
}
