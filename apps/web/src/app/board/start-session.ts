import type { BoardSessionApi } from "@hefboom/client";
import type { Me } from "@hefboom/contract";

/** Connects this page with a board. */
export async function startSession(_: { boardId: string; me: Me }): Promise<BoardSessionApi> {
  throw new Error("BoardSession is being built in packages/client");
}
