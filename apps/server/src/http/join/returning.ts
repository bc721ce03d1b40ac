import type { FastifyRequest } from "fastify";

import { AccessError, stoppedError } from "../../access/access-error.ts";
import { bearerOf } from "../../access/credentials.ts";
import { cookieName, readCookies } from "../../access/session-cookie.ts";
import type { JoinedPerson } from "../../joining/join-desk.ts";
import type { Services } from "../services.ts";

/**
 * Who came in on this board before, with this browser or this token.
 * @throws {AccessError} FOREIGN_ORIGIN when a cookie comes with a POST of no page of ours, STOPPED
 */
export async function findReturning(
  { credentials, store }: Services,
  request: FastifyRequest,
  boardId: string,
): Promise<JoinedPerson | undefined> {
  const bearer = bearerOf(request.headers);
  const cookie = readCookies(request.headers.cookie).get(cookieName("participant", boardId));
  const token = bearer ?? cookie;
  const record = token === undefined ? undefined : await credentials.token(token);
  if (token === undefined || record?.role !== "participant" || record.boardId !== boardId) {
    return undefined;
  }
  if (bearer === undefined && request.method === "POST" && request.headers.origin === undefined) {
    throw new AccessError("FOREIGN_ORIGIN", "a cookie counts only with this site's own Origin");
  }
  const participant = await store.participant(boardId, record.personId);
  if (participant?.isStopped) throw stoppedError();
  return participant && { participant, token };
}
