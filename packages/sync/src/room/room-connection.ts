import type { Actor } from "@hefboom/board";
import type { CloseCode } from "@hefboom/contract/messages";

import type { Outlet } from "../audience/outlet.ts";
import type { PresenceReceiver } from "../presence/present-client.ts";

/** One connection as its room sees it; `Connection` is the implementation. */
export interface RoomConnection extends PresenceReceiver {
  readonly actor: Actor;
  readonly outlet: Outlet;
  /** Our own client, whose replica has an epoch. */
  readonly isOwn: boolean;
  /** Whatever goes wrong with one message ends this one socket. */
  readonly fail: (error: unknown) => void;
  close(code: CloseCode): void;
}
