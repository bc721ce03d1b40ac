import type * as Y from "yjs";

import type { Locks, PhaseState } from "../model/meta.ts";
import { metaOf } from "./roots.ts";

/** With authors hidden nothing in the document may tie a card to a person. */
export function hasHiddenAuthors(doc: Y.Doc): boolean {
  return metaOf(doc).get("authors") === "hidden";
}

/** Id of the phase the session is in; empty before there is one, which gives nobody but the staff any right. */
export function phaseIdOf(doc: Y.Doc): string {
  // The server alone writes `phase`, as a PhaseState.
  const phase = metaOf(doc).get("phase") as PhaseState | undefined;
  return phase?.id ?? "";
}

const NO_LOCKS: Locks = { board: false, levers: [] };

export function locksOf(doc: Y.Doc): Locks {
  // The server alone writes `locks`, as Locks.
  const locks = metaOf(doc).get("locks") as Locks | undefined;
  return locks ?? NO_LOCKS;
}
