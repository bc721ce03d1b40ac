import type { Role } from "@hefboom/board";
import type { FetchedState } from "@hefboom/client";

import { request } from "../api/call-api.ts";

/** On a network that is worse than this the socket is tried instead. */
const TIMEOUT_MS = 10_000;

/** The board's content in parts, a few seconds old at most; the browser unpacks it. @throws {ApiError} */
export async function fetchState(boardId: string, role: Role): Promise<FetchedState> {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), TIMEOUT_MS);
  try {
    const path = `/api/boards/${boardId}/state?parts=1&recent=1`;
    const { headers, body } = await answerOf(path, role, cut.signal);
    return {
      epoch: Number(headers.get("x-board-epoch") ?? Number.NaN),
      seq: Number(headers.get("x-board-seq") ?? Number.NaN),
      body,
    };
  } finally {
    clearTimeout(timer);
  }
}

async function answerOf(path: string, role: Role, signal: AbortSignal) {
  const response = await request({ method: "GET", path, role, signal });
  return { headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) };
}
