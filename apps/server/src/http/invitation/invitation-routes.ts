import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { boardParamsSchema, invitationSchema } from "@hefboom/contract";

import { AccessError } from "../../access/access-error.ts";
import { joinLink } from "../../links/links.ts";
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
      const board = await store.board(credentialOn(request).boardId);
      if (board === undefined) throw new AccessError("BOARD_NOT_FOUND", "there is no such board");
      const { base, isLoopback } = await bases.current(request);
      return { code: board.code, join: joinLink(base, board.code), base, isLoopback };
    },
  );
};
