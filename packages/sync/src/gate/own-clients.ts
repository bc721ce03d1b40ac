import type { GateContext } from "./gate-context.ts";
import { Refusal } from "./gate-verdict.ts";
import type { NewStruct } from "./reading/new-struct.ts";

/**
 * The clientIDs of an update that this person writes under for the first time. Asked before its structs are followed:
 * the few clients that one person may have also bound that work.
 * @throws {Refusal} when one is another's, the server's, or one too many
 */
export function claimedClients(
  { doc, actor, clients }: GateContext,
  structs: readonly NewStruct[],
): number[] {
  const claimed: number[] = [];
  let last: number | undefined;
  for (const { id } of structs) {
    if (id.client === last) continue; // structs of one client stand together
    last = id.client;
    if (clients.isOwn(last, actor.personId) || claimed.includes(last)) continue;
    if (!clients.isFree(doc, last, actor, claimed.length)) {
      throw new Refusal("not-allowed", "writes under a clientID that is not its own");
    }
    claimed.push(last);
  }
  return claimed;
}
