import { type CreatedBoard, facilitateLink, joinLink, projectLink } from "@hefboom/contract";
import type { FastifyRequest } from "fastify";

import type { MadeBoard } from "../../boards/board-office.ts";
import type { Services } from "../services.ts";

/** What is told of a board once: when it was made. */
export async function createdBoard(
  { bases }: Pick<Services, "bases">,
  request: FastifyRequest,
  { board, facilitatorKey, viewerKey }: MadeBoard,
): Promise<CreatedBoard> {
  const { base } = await bases.current(request);
  const links = {
    join: joinLink(base, board.code),
    facilitate: facilitateLink(base, board.id, facilitatorKey),
    project: projectLink(base, board.id, viewerKey),
  };
  return { id: board.id, code: board.code, facilitatorKey, viewerKey, links };
}
