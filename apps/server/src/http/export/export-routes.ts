import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  boardParamsSchema,
  exportQuerySchema,
  problemSchema,
  publicationCountsSchema,
} from "@hefboom/contract";
import { countPublication, exportCards } from "@hefboom/export";
import Type from "typebox";

import { readExport } from "../../exporting/read-export.ts";
import { STAFF } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

const tags = ["export"];

export const exportRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, hub, store, now } = services;
  app.addHook("onRequest", guard.board(STAFF));

  app.get(
    "/boards/:boardId/export",
    {
      schema: {
        tags,
        summary: "The cards that may be published, as a file",
        params: boardParamsSchema,
        querystring: exportQuerySchema,
        produces: ["text/csv", "application/json", "text/markdown"],
        response: {
          200: Type.Unsafe<string>({ type: "string", description: "the file" }),
          400: problemSchema,
        },
      },
    },
    async ({ params: { boardId }, query }, reply) => {
      const { format, ...filter } = query;
      const room = await hub.room(boardId);
      const input = await readExport({ room, store, boardId, filter, now: now() });
      const { body, mediaType, fileName } = exportCards(format, input);
      reply.headers({
        "content-disposition": `attachment; filename="${fileName}"`,
        "content-type": mediaType,
        "cache-control": "no-store",
      });
      return reply.send(body);
    },
  );

  app.get(
    "/boards/:boardId/publication",
    {
      schema: {
        tags,
        summary: "How many cards an export holds, and how many stay for want of consent",
        params: boardParamsSchema,
        response: { 200: publicationCountsSchema },
      },
    },
    async ({ params: { boardId } }) => {
      const room = await hub.room(boardId);
      return countPublication(await readExport({ room, store, boardId, now: now() }));
    },
  );
};
