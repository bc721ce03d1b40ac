import { newId } from "@hefboom/board";
import { BoardSession, type BoardSessionApi } from "@hefboom/client";
import type { Me } from "@hefboom/contract";

import { fetchState } from "./fetch-state.ts";
import { IdbOutboxStore } from "./outbox-store.ts";
import { IdbReplicaStore } from "./replica-store.ts";

/** From this width on the board can be drawn as islands, on which others' moves are seen. */
export const WIDE = "(width >= 1000px)";

interface StartingSession {
  boardId: string;
  me: Me;
  /** Whether this page may show no more than a list on a narrow screen. */
  isList: boolean;
}

/** Connects this page with a board. */
export function startSession({ boardId, me, isList }: StartingSession): BoardSessionApi {
  const { personId, role } = me;
  const pageId = newId();
  const isCoarse = isList && !matchMedia(WIDE).matches;
  return new BoardSession({
    boardId,
    pageId,
    socketUrl: `${location.origin.replace(/^http/, "ws")}/sync`,
    params: { as: role, ...(isCoarse && { tick: "coarse" }) },
    me: { personId, role },
    store: new IdbOutboxStore({ boardId, personId, pageId }),
    replicaStore: new IdbReplicaStore({ boardId, personId }),
    fetchState: () => fetchState(boardId, role),
    WebSocket,
    schedule: scheduleFlush,
    isVisible,
  });
}

const isVisible = () => document.visibilityState === "visible";

/** Once a frame while the page is seen; a hidden page has no frames and is kept up to date all the same. */
function scheduleFlush(flush: () => void): void {
  if (isVisible()) requestAnimationFrame(flush);
  else setTimeout(flush, 0);
}
