import type { Role } from "@hefboom/board";

import type { OutboxStore } from "./board-session-api.ts";
import type { SocketConstructor } from "./connection/socket-port.ts";

export interface BoardSessionOptions {
  readonly boardId: string;
  /** Without the board's id, for example `wss://host/sync`. */
  readonly socketUrl: string;
  readonly params: { readonly as?: Role; readonly token?: string };
  readonly me: { readonly personId: string; readonly role: Role };
  readonly store: OutboxStore;
  readonly WebSocket: SocketConstructor;
  /** When to bring the view up to date, for example the next frame; default: after the running task. */
  readonly schedule?: (flush: () => void) => void;
  /** In [0, 1), for jitter. */
  readonly random?: () => number;
  /** Clock in ms that goes on while the device sleeps, to know how long the server has been silent. */
  readonly now?: () => number;
}
