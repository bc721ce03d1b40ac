import type { GateContext } from "./gate-context.ts";
import { type GateVerdict } from "./gate-verdict.ts";
/**
 * Judges an update (v1) from outside before anything of it is applied: only characters and deletions inside texts of
 * cards that this person may edit now, complete, and under clientIDs of their own. Changes nothing. README.md has the
 * rules in a table.
 */
export declare function judgeUpdate(context: GateContext, update: Uint8Array): GateVerdict;
