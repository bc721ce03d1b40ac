import type { BoardSummary } from "@hefboom/contract";
import { useCallback, useEffect, useState } from "react";

import { ApiError, callApi } from "../../api/call-api.ts";
import { exchangeKey } from "../../board/exchange-key.ts";

export type OrganiserState =
  | { readonly kind: "loading" }
  | { readonly kind: "signed-out"; readonly isWrongKey: boolean }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "ready"; readonly boards: readonly BoardSummary[] };

/** Whether the organiser is signed in on this device, and with which workshops. */
export function useOrganiser() {
  const [state, setState] = useState<OrganiserState>({ kind: "loading" });
  const load = useCallback(async () => setState(await enter(() => exchangeKey())), []);
  const signIn = useCallback(async (key: string) => {
    const body = { key };
    setState(await enter(() => callApi({ method: "POST", path: "/api/sessions", body })));
  }, []);
  useEffect(() => void load(), [load]);
  return { state, load, signIn };
}

/** @param exchange trades a key for a cookie, or does nothing where there is no key */
async function enter(exchange: () => Promise<unknown>): Promise<OrganiserState> {
  try {
    await exchange();
  } catch (error) {
    return isRefused(error) ? { kind: "signed-out", isWrongKey: true } : { kind: "failed", error };
  }
  return loadBoards();
}

async function loadBoards(): Promise<OrganiserState> {
  try {
    const boards = await callApi<BoardSummary[]>({
      method: "GET",
      path: "/api/boards",
      role: "organiser",
    });
    return { kind: "ready", boards };
  } catch (error) {
    return isRefused(error) ? { kind: "signed-out", isWrongKey: false } : { kind: "failed", error };
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}
