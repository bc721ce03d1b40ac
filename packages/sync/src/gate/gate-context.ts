import type { Actor, Ownership } from "@hefboom/board";
import type * as Y from "yjs";

import type { RoomLimits } from "../limits/room-limits.ts";
import type { ClientOwners } from "./client-owners.ts";

/** What an update is judged by; nothing of it is changed. */
export interface GateContext {
  readonly doc: Y.Doc;
  readonly actor: Actor;
  readonly owners: Ownership;
  readonly clients: ClientOwners;
  readonly limits: UpdateLimits;
  /** Milliseconds since 1970, server time. */
  readonly now: number;
}
export type UpdateLimits = Pick<RoomLimits, "updateBytes" | "updateStructs">;
