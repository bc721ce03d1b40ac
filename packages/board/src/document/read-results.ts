import type * as Y from "yjs";

import type { ResultsHead } from "../model/meta.ts";
import { resultsOf } from "./roots.ts";

export interface Results extends ResultsHead {
  readonly ballotId: string;
  /** Dots by id of what was voted on; only what got some. */
  readonly given: ReadonlyMap<string, number>;
}

/** Outcomes that everybody may know, the newest first. */
export function readResults(doc: Y.Doc): Results[] {
  const heads: [string, ResultsHead][] = [];
  const given = new Map<string, Map<string, number>>();
  for (const [key, value] of resultsOf(doc)) {
    if (typeof value !== "number") heads.push([key, value]);
    else if (value > 0) {
      const [ballotId = "", target = ""] = key.split("/");
      const dots = given.get(ballotId) ?? new Map<string, number>();
      given.set(ballotId, dots.set(target, value));
    }
  }
  return heads
    .map(([ballotId, head]) => ({ ...head, ballotId, given: given.get(ballotId) ?? new Map() }))
    .sort((a, b) => b.at - a.at);
}
