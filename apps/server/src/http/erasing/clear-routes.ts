import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { boardParamsSchema, problemSchema, startedJobSchema } from "@hefboom/contract";

import { STAFF } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

export const clearRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, eraser } = services;
  app.post(
    "/boards/:boardId/clear",
    {
      onRequest: guard.board(STAFF),
      schema: {
        tags: ["erasing"],
        summary:
          "Clear the rehearsal: people go with all they did; code, links, essay and plan stay",
        params: boardParamsSchema,
        response: { 202: startedJobSchema, 403: problemSchema },
      },
    },
    async ({ params: { boardId } }, reply) => {
      const job = await eraser.start({ boardId, kind: "rehearsal", target: boardId });
      return reply.code(202).send({ job });
    },
  );
};
