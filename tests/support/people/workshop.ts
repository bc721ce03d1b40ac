import type { CreatedBoard, Joined } from "@hefboom/contract";

import { facilitatorToken, join, makeBoard } from "../api.ts";
import type { TestServer } from "../test-server.ts";

export interface Workshop {
  server: TestServer;
  board: CreatedBoard;
  /** Token of the facilitator. */
  lead: string;
}

/** A server with one board on it. Disposing of the server is the caller's. */
export async function openWorkshop(
  server: TestServer,
  body: Record<string, unknown> = {},
): Promise<Workshop> {
  const board = await makeBoard(server, body);
  return { server, board, lead: await facilitatorToken(server, board) };
}

export function joinMany({ server, board }: Workshop, count: number): Promise<Joined[]> {
  return Promise.all(
    Array.from({ length: count }, (_, index) => join(server, board.code, { name: `P${index}` })),
  );
}
