import type { Role } from "@hefboom/board";
import type { BoardDetails, KeyRole } from "@hefboom/contract";
import { useEffect, useState } from "react";

import { callApi } from "../../api/call-api.ts";

/** Roles that have a key now; `undefined` while that is not known. */
export function useKeyRoles(boardId: string, credential: Role): readonly KeyRole[] | undefined {
  const [roles, setRoles] = useState<readonly KeyRole[]>();
  useEffect(() => {
    const ending = new AbortController();
    const call = { method: "GET", path: `/api/boards/${boardId}`, role: credential } as const;
    callApi<BoardDetails>({ ...call, signal: ending.signal }).then(
      ({ keys }) => setRoles(keys),
      () => setRoles(undefined), // a question too many does no harm
    );
    return () => ending.abort();
  }, [boardId, credential]);
  return roles;
}
