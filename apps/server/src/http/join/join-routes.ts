import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { joinedSchema, joinSchema, problemSchema } from "@hefboom/contract";

import { cookieName, serializeCookie } from "../../access/session-cookie.ts";
import type { RouteOptions } from "../services.ts";
import { findReturning } from "./returning.ts";

export const joinRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { joinDesk, isSecure } = services;
  app.post(
    "/join",
    {
      schema: {
        tags: ["access"],
        summary: "Come in with a join code; who was here before stays the same participant",
        body: joinSchema,
        response: { 200: joinedSchema, 404: problemSchema, 429: problemSchema },
      },
    },
    async (request, reply) => {
      const { code, name, consent } = request.body;
      const board = await joinDesk.findBoard(code, request.ip);
      const known = await findReturning(services, request, board.id);
      if (known !== undefined) await joinDesk.greet(known.participant);
      const { participant, token } = known ?? (await joinDesk.join(board, { name, consent }));
      const cookie = serializeCookie(cookieName("participant", board.id), token, isSecure);
      reply.header("set-cookie", cookie);
      const participantId = participant.id;
      return { boardId: board.id, participantId, token, role: "participant" as const };
    },
  );
};
