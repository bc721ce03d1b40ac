import type { Role } from "@hefboom/board";

import type { SocketConstructor } from "./connection/socket-port.ts";
import type { OutboxStore } from "./outbox/outbox-store.ts";
import type { FetchedState } from "./replica/fetched-state.ts";
import type { ReplicaStore } from "./replica/replica-store.ts";

export interface BoardSessionOptions {
  readonly boardId: string;
  /** Without the board's id, for example `wss://host/sync`. */
  readonly socketUrl: string;
  readonly params: {
    readonly as?: Role;
    readonly token?: string;
    /** For a page that shows no more than a list: what others do comes about every 200 ms. */
    readonly tick?: "coarse";
  };
  readonly me: { readonly personId: string; readonly role: Role };
  readonly store: OutboxStore;
  /** Names this page among those of its person; default: a new id. */
  readonly pageId?: string;
  /** Where the confirmed replica rests; without one each page begins at the server's state. */
  readonly replicaStore?: ReplicaStore;
  /** `GET state?parts=1` of this board; without it the socket brings everything. @throws without such an answer */
  readonly fetchState?: () => Promise<FetchedState>;
  readonly WebSocket: SocketConstructor;
  /** Whether somebody sees the page; default: always. */
  readonly isVisible?: () => boolean;
  /** When to bring the view up to date, for example the next frame; default: after the running task. */
  readonly schedule?: (flush: () => void) => void;
  /** In [0, 1), for jitter. */
  readonly random?: () => number;
  /** Clock in ms, the same for all pages of the device; it goes on while the device sleeps. Default: `Date.now`. */
  readonly now?: () => number;
}
