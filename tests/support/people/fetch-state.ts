import type { FetchedState } from "@hefboom/client";

const STATE_MAX_MS = 10_000;

interface Asking {
  /** Scheme, host and port, for example `http://127.0.0.1:3000`. */
  readonly origin: string;
  readonly boardId: string;
  readonly token: string;
}

/** `GET state?parts=1` as a phone asks for it. @throws when there is no such answer within 10 s */
export async function fetchState({ origin, boardId, token }: Asking): Promise<FetchedState> {
  const answer = await fetch(`${origin}/api/boards/${boardId}/state?parts=1&recent=1`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(STATE_MAX_MS),
  });
  if (!answer.ok) throw new Error(`state: ${answer.status}`);
  return {
    epoch: Number(answer.headers.get("x-board-epoch")),
    seq: Number(answer.headers.get("x-board-seq")),
    body: new Uint8Array(await answer.arrayBuffer()),
  };
}
