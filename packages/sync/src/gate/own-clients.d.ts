import type { GateContext } from "./gate-context.ts";
import type { Struct } from "./read-update.ts";
/**
 * The clientIDs of an update that this person writes under for the first time. Asked before its structs are followed:
 * the few clients that one person may have also bound that work.
 * @throws {Refusal} when one is another's, the server's, or one too many
 */
export declare function claimedClients(
  { doc, actor, clients }: GateContext,
  structs: readonly Struct[],
): number[];
