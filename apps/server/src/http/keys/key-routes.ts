import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { boardParamsSchema, madeKeySchema, newKeySchema } from "@hefboom/contract";

import { STAFF } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

export const keyRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, office } = services;
  app.post(
    "/boards/:boardId/keys",
    {
      onRequest: guard.board(STAFF),
      schema: {
        tags: ["access"],
        summary: "Make or renew the key of a role; the old key dies with the sessions it gave",
        params: boardParamsSchema,
        body: newKeySchema,
        response: { 200: madeKeySchema },
      },
    },
    async ({ params: { boardId }, body: { role } }) => ({
      key: await office.renewKey(boardId, role),
    }),
  );
};
