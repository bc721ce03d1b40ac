import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { newId, type Role } from "@hefboom/board";
import {
  problemSchema,
  type StartedSession,
  sessionSchema,
  startedSessionSchema,
} from "@hefboom/contract";
import type { FastifyRequest } from "fastify";

import { AccessError } from "../../access/access-error.ts";
import { hashOf, newSecret } from "../../access/secret.ts";
import {
  cookieName,
  readCookies,
  SESSION_MS,
  serializeCookie,
} from "../../access/session-cookie.ts";
import type { RouteOptions, Services } from "../services.ts";

/** What a key opens: one role, on one board or (the organiser) on all. */
interface Door {
  role: Role;
  boardId: string | undefined;
}

export const sessionRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  app.post(
    "/sessions",
    {
      schema: {
        tags: ["access"],
        summary: "Trade a key for a token, which is set as a cookie as well",
        body: sessionSchema,
        response: { 200: startedSessionSchema, 401: problemSchema },
      },
    },
    async (request, reply): Promise<StartedSession> => {
      const { key, boardId } = request.body;
      const door = await findDoor(services, key, boardId);
      const token = (await knownToken(services, request, door)) ?? (await newToken(services, door));
      const cookie = cookieName(door.role, door.boardId);
      reply.header("set-cookie", serializeCookie(cookie, token, services.isSecure));
      const session = { token, role: door.role };
      const openedId = door.boardId ?? boardId;
      return openedId === undefined ? session : { ...session, boardId: openedId };
    },
  );
};

async function findDoor(
  { credentials, store }: Services,
  key: string,
  boardId: string | undefined,
): Promise<Door> {
  if (credentials.isOrganiserKey(key)) {
    const isThere = boardId === undefined || (await store.board(boardId)) !== undefined;
    if (isThere) return { role: "organiser", boardId: undefined };
    throw new AccessError("BOARD_NOT_FOUND", "there is no such board");
  }
  const holder = await store.keyHolder(hashOf(key));
  if (holder !== undefined && (boardId === undefined || boardId === holder.boardId)) {
    return { role: holder.key.role, boardId: holder.boardId };
  }
  throw new AccessError("UNKNOWN_KEY", "this key opens nothing here, or was renewed");
}

/** The token this browser has already, so that a link opened twice stays one person. */
async function knownToken(
  { credentials }: Services,
  request: FastifyRequest,
  door: Door,
): Promise<string | undefined> {
  if (request.headers.origin === undefined) return undefined;
  const token = readCookies(request.headers.cookie).get(cookieName(door.role, door.boardId));
  const record = token === undefined ? undefined : await credentials.token(token);
  return record?.role === door.role && record.boardId === door.boardId ? token : undefined;
}

async function newToken({ store, now }: Services, { role, boardId }: Door): Promise<string> {
  const token = newSecret();
  const createdAt = now();
  await store.addToken({
    hash: hashOf(token),
    boardId,
    role,
    personId: newId(),
    createdAt,
    expiresAt: createdAt + SESSION_MS,
  });
  return token;
}
