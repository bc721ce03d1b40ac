import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  boardParamsSchema,
  problemSchema,
  transferOfferSchema,
  transferredSchema,
  transferSchema,
} from "@hefboom/contract";

import { cookieName, serializeCookie } from "../../access/session-cookie.ts";
import { credentialOn } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

const tags = ["access"];

export const transferRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { services },
) => {
  const { guard, transferDesk, isSecure } = services;

  app.post(
    "/boards/:boardId/transfer",
    {
      onRequest: guard.board(["participant"]),
      schema: {
        tags,
        summary: "A code to go on with on another device: for five minutes, and one time",
        params: boardParamsSchema,
        response: { 200: transferOfferSchema, 403: problemSchema },
      },
    },
    async (request, reply) => {
      const { actor, boardId } = credentialOn(request);
      reply.header("cache-control", "no-store");
      return transferDesk.offer({ boardId, personId: actor.personId });
    },
  );

  app.post(
    "/transfers",
    {
      schema: {
        tags,
        summary: "Go on as the participant who asked for this code, by a cookie of one's own",
        body: transferSchema,
        response: {
          200: transferredSchema,
          403: problemSchema,
          404: problemSchema,
          429: problemSchema,
        },
      },
    },
    async (request, reply) => {
      const { participant, token } = await transferDesk.take(request.body.code, request.ip);
      const { boardId } = participant;
      const cookie = serializeCookie(cookieName("participant", boardId), token, isSecure);
      reply.header("set-cookie", cookie);
      return { boardId };
    },
  );
};
