import type { Role } from "@hefboom/board";
import type { BoardSessionApi, BoardView } from "@hefboom/client";
import type { Me } from "@hefboom/contract";
import { createStore, type StoreApi } from "zustand/vanilla";
import { ApiError, callApi } from "../api/call-api.ts";
import { exchangeKey } from "./exchange-key.ts";
import { startSession } from "./start-session.ts";

export type BoardPageName = "board" | "lead" | "scribe" | "wall" | "poster";

/** A board that this page is connected with. */
export interface OpenBoard extends AsyncDisposable {
  readonly boardId: string;
  readonly me: Me;
  readonly session: BoardSessionApi;
  readonly store: StoreApi<BoardView>;
}

/** Credentials that a page asks for, best first; `undefined` leaves the choice to the server. */
const rolesOfPage: Record<BoardPageName, readonly (Role | undefined)[]> = {
  board: [undefined],
  lead: ["facilitator", "organiser", "scribe"],
  scribe: ["scribe", "facilitator", "organiser"],
  wall: ["viewer", "facilitator", "organiser"],
  poster: ["facilitator", "organiser", "viewer"],
};

/** @throws {ApiError} 401 or 403 when this browser has no credential for the board */
export async function openBoard(boardId: string, page: BoardPageName): Promise<OpenBoard> {
  const role = (await exchangeKey(boardId)) ?? storedRole(boardId, page);
  if (role !== undefined) storeRole(boardId, page, role);
  const me = await findMe(boardId, role ? [role, ...rolesOfPage[page]] : rolesOfPage[page]);
  const session = startSession({ boardId, me, isList: page === "board" });
  const store = createStore(() => session.view);
  const stopMirror = session.subscribe(() => store.setState(session.view, true));
  const stopFollowing = followPage(session);
  return {
    boardId,
    me,
    session,
    store,
    async [Symbol.asyncDispose]() {
      stopFollowing();
      stopMirror();
      await session[Symbol.asyncDispose]();
    },
  };
}

async function findMe(boardId: string, candidates: readonly (Role | undefined)[]): Promise<Me> {
  let refusal: unknown;
  for (const role of candidates) {
    try {
      return await callApi<Me>({ method: "GET", path: `/api/boards/${boardId}/me`, role });
    } catch (error) {
      if (!(error instanceof ApiError && (error.status === 401 || error.status === 403)))
        throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/**
 * A phone that was locked, or changed networks, connects at once instead of after the back-off; a page that is hidden
 * stores what it has, and one that goes makes room for the person's other pages.
 */
function followPage(session: BoardSessionApi): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const follow = () => {
    if (document.visibilityState === "visible") session.wake();
    else void session.rest();
  };
  document.addEventListener("visibilitychange", follow, { signal });
  window.addEventListener("online", follow, { signal });
  window.addEventListener("pageshow", follow, { signal });
  window.addEventListener("pagehide", () => void session.leave(), { signal });
  return () => stop.abort();
}

/** The role that a key once gave on this page; a reload keeps it though the key has left the address. */
function storedRole(boardId: string, page: BoardPageName): Role | undefined {
  try {
    // Written by storeRole alone; a wrong value is refused by the server and the next candidate is tried.
    return (sessionStorage.getItem(roleKey(boardId, page)) as Role | null) ?? undefined;
  } catch {
    return undefined; // storage denied
  }
}

function storeRole(boardId: string, page: BoardPageName, role: Role): void {
  try {
    sessionStorage.setItem(roleKey(boardId, page), role);
  } catch {
    // Storage denied: after a reload the page's usual credentials are tried.
  }
}

const roleKey = (boardId: string, page: BoardPageName) => `hefboom:role:${boardId}:${page}`;
