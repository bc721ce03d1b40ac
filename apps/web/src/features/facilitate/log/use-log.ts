import type { ReadableLog } from "@hefboom/contract";
import { useCallback, useEffect, useState } from "react";

import { callApi } from "../../../api/call-api.ts";
import { useMe, useOpenBoard } from "../../../board/use-board.ts";
import { type Act, joinActs } from "./log-sentence.ts";

const PAGE = 100;

/** What was done on this board, the newest first, a page at a time. */
export function useLog() {
  const { boardId } = useOpenBoard();
  const { role } = useMe();
  const [acts, setActs] = useState<readonly Act[]>();
  const [hasMore, setMore] = useState(false);
  const [error, setError] = useState<unknown>();
  const load = useCallback(
    async (known: readonly Act[]) => {
      const last = known.at(-1);
      // What was done in one moment comes together, so nothing falls between two pages.
      const before = last === undefined ? "" : `&before=${last.at}`;
      const path = `/api/boards/${boardId}/log?count=${PAGE}${before}`;
      try {
        const page = await callApi<ReadableLog>({ method: "GET", path, role });
        setActs(joinActs(known, page.acts));
        setMore(page.acts.length >= PAGE);
        setError(undefined);
      } catch (failure) {
        setError(failure);
      }
    },
    [boardId, role],
  );
  useEffect(() => {
    void load([]);
  }, [load]);
  return { acts, hasMore, error, loadMore: () => load(acts ?? []), reload: () => load([]) };
}
