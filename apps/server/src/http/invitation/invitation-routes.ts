import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { boardParamsSchema, invitationSchema, joinLink } from "@hefboom/contract";

import { boardOr404 } from "../errors/board-or-404.ts";
import { credentialOn } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

export const invitationRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { services },
) => {
  const { guard, store, bases } = services;
  app.get(
    "/boards/:boardId/invitation",
    {
      onRequest: guard.board(),
      schema: {
        tags: ["boards"],
        summary: "The join code and link, for a wall, a poster or a neighbour",
        params: boardParamsSchema,
        response: { 200: invitationSchema },
      },
    },
    async (request) => {
      const board = await boardOr404(store, credentialOn(request).boardId);
      const { base, isLoopback } = await bases.current(request);
      return { code: board.code, join: joinLink(base, board.code), base, isLoopback };
    },
  );
};
