import { newId } from "@hefboom/board";
import { BoardSession, type BoardSessionApi } from "@hefboom/client";
import type { Me } from "@hefboom/contract";

import { IdbOutboxStore } from "./outbox-store.ts";

/** Connects this page with a board. */
export function startSession({ boardId, me }: { boardId: string; me: Me }): BoardSessionApi {
  const { personId, role } = me;
  return new BoardSession({
    boardId,
    socketUrl: `${location.origin.replace(/^http/, "ws")}/sync`,
    params: { as: role },
    me: { personId, role },
    store: new IdbOutboxStore({ boardId, personId, pageId: newId() }),
    WebSocket,
    schedule: scheduleFlush,
  });
}

/** Once a frame while the page is seen; a hidden page has no frames and is kept up to date all the same. */
function scheduleFlush(flush: () => void): void {
  if (document.visibilityState === "visible") requestAnimationFrame(flush);
  else setTimeout(flush, 0);
}
