import type { FastifyReply } from "fastify";

import type { BoardRecord } from "../../access/access-store.ts";
import { cookieName, serializeCookie } from "../../access/session-cookie.ts";
import type { JoinedPerson, Joining } from "../../joining/join-desk.ts";
import type { Services } from "../services.ts";

interface ComingIn {
  reply: FastifyReply;
  board: BoardRecord;
  /** Who came in here before; they stay who they were. */
  back: JoinedPerson | undefined;
  joining: Joining;
}

/** Lets somebody in on a board, with the cookie to come back with: the same by the API and by the plain page. */
export async function comeIn(
  { joinDesk, isSecure }: Services,
  { reply, board, back, joining }: ComingIn,
): Promise<JoinedPerson> {
  if (back !== undefined) await joinDesk.greet(back.participant);
  const person = back ?? (await joinDesk.join(board, joining));
  const cookie = serializeCookie(cookieName("participant", board.id), person.token, isSecure);
  reply.header("set-cookie", cookie);
  return person;
}
