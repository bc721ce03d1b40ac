import type { Invitation } from "@hefboom/contract";
import { useEffect, useState } from "react";

import { callApi } from "../../api/call-api.ts";
import { useMe, useOpenBoard } from "../../board/use-board.ts";

/** The organiser may choose another address while the wall hangs there. */
const AGAIN_MS = 60_000;
const AFTER_FAILURE_MS = 5_000;

/** What was known last on this page, by board: what opens later need not wait. */
const lastKnown = new Map<string, Invitation>();
const refreshers = new Set<() => void>();

/** The code is another now: whatever shows it on this page asks for it. */
export function askInvitationAgain(): void {
  for (const refresh of refreshers) refresh();
}

/** Code and link to join this board; `undefined` until they are known. What was known stays while the server is away. */
export function useInvitation(): Invitation | undefined {
  const { boardId } = useOpenBoard();
  const { role } = useMe();
  const [invitation, setInvitation] = useState(() => lastKnown.get(boardId));
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const path = `/api/boards/${boardId}/invitation`;
    const refresh = () => {
      clearTimeout(timer);
      callApi<Invitation>({ method: "GET", path, role, signal }).then(
        (next) => {
          lastKnown.set(boardId, next);
          setInvitation((old) => (old && isSame(old, next) ? old : next));
          timer = setTimeout(refresh, AGAIN_MS);
        },
        () => {
          if (!signal.aborted) timer = setTimeout(refresh, AFTER_FAILURE_MS);
        },
      );
    };
    refreshers.add(refresh);
    refresh();
    return () => {
      refreshers.delete(refresh);
      ending.abort();
      clearTimeout(timer);
    };
  }, [boardId, role]);
  return invitation;
}

function isSame(a: Invitation, b: Invitation): boolean {
  return a.join === b.join && a.code === b.code && a.isLoopback === b.isLoopback;
}
