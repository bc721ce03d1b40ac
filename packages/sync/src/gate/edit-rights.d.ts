import type { GateContext } from "./gate-context.ts";
import type { TextChanges } from "./text-changes.ts";
/**
 * Whether this person may make these changes now.
 * @throws {Refusal} with authors hidden, where they may not edit a text, and where it would grow past its limit
 */
export declare function checkRights(context: GateContext, changes: TextChanges): void;
