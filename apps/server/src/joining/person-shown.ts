import type { Person } from "@hefboom/board";

import type { NewParticipant } from "../access/access-store.ts";

/** What a board's people may know of somebody: the name only of who chose to be named. */
export function personShown({ name, consent, hue }: NewParticipant): Person {
  return consent === "named" && name !== undefined ? { name, hue } : { hue };
}
