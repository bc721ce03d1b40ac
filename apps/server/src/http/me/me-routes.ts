import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { boardParamsSchema, type Me, meSchema } from "@hefboom/contract";

import { credentialOn } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

export const meRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, store } = services;
  app.get(
    "/boards/:boardId/me",
    {
      onRequest: guard.board(),
      schema: {
        tags: ["access"],
        summary: "Who this credential says one is on this board",
        params: boardParamsSchema,
        response: { 200: meSchema },
      },
    },
    async (request): Promise<Me> => {
      const { actor, boardId } = credentialOn(request);
      const { personId, role, consent } = actor;
      const me: Me = { personId, role, consent };
      if (role !== "participant") return me;
      // One's own name, also when it may not be shown to others.
      const name = (await store.participant(boardId, personId))?.name;
      return name === undefined ? me : { ...me, name };
    },
  );
};
