import type { Role } from "@hefboom/board";
import type { StartedSession } from "@hefboom/contract";

import { ApiError, callApi } from "../api/call-api.ts";

/** The key in an address such as `/b/…/lead#key=…`; it never travels to the server in a URL. */
export function keyInFragment(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, "")).get("key") ?? undefined;
}

/**
 * Trades the key in the address for a cookie and takes it out of the address, so that it is not shared by accident.
 * @returns the role it gave; `undefined` when the address has no key
 * @throws {ApiError} when the key is not valid
 */
export async function exchangeKey(boardId?: string): Promise<Role | undefined> {
  const key = keyInFragment(location.hash);
  if (key === undefined) return undefined;
  const body = boardId === undefined ? { key } : { key, boardId };
  try {
    const { role } = await callApi<StartedSession>({ method: "POST", path: "/api/sessions", body });
    removeFragment();
    return role;
  } catch (error) {
    // Without an answer the key stays, for the next attempt; a refused one is worth nothing.
    if (error instanceof ApiError && !error.isPassing) removeFragment();
    throw error;
  }
}

function removeFragment(): void {
  history.replaceState(history.state, "", location.pathname + location.search);
}
