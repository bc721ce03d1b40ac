import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  boardParamsSchema,
  type EssayFound,
  essayFoundSchema,
  essayViewSchema,
  problemSchema,
} from "@hefboom/contract";
import { type Essay, EssayError } from "@hefboom/essay";

import { credentialOn, STAFF } from "../guard.ts";
import type { RouteOptions } from "../services.ts";
import { ESSAY_MAX_BYTES, formatOf, takeEssays } from "./essay-types.ts";

const tags = ["essay"];

export const essayRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, essays } = services;
  takeEssays(app);

  app.put(
    "/boards/:boardId/essay",
    {
      onRequest: guard.board(STAFF),
      bodyLimit: ESSAY_MAX_BYTES,
      schema: {
        tags,
        summary:
          "Load an essay; its quotes become cards in the tray. Placed cards stay where they are",
        consumes: ["text/plain", "text/markdown"],
        params: boardParamsSchema,
        response: {
          200: essayFoundSchema,
          400: problemSchema,
          413: problemSchema,
          415: problemSchema,
        },
      },
    },
    async (request) => {
      const { boardId } = credentialOn(request);
      const { body } = request;
      // Without a body there is no content type either, so no parser has run.
      if (!(body instanceof Uint8Array)) throw new EssayError("ESSAY_EMPTY", "there is no text");
      const format = formatOf(request.headers["content-type"]);
      return foundIn(await essays.put(boardId, { source: body, format }));
    },
  );

  app.get(
    "/boards/:boardId/essay",
    {
      onRequest: guard.board(),
      schema: {
        tags,
        summary: "The essay's sections and passages; none when no essay was loaded",
        params: boardParamsSchema,
        response: { 200: essayViewSchema },
      },
    },
    async (request) => essays.view(credentialOn(request).boardId),
  );
};

function foundIn({ sections, quotes, levers, footnotes }: Essay): EssayFound {
  return {
    sections: sections.map(({ id, title, passages }) => ({ id, title, passages: passages.length })),
    passages: sections.flatMap(({ passages }) => [...passages]),
    quotes: [...quotes],
    levers: [...levers],
    footnotes: [...footnotes],
  };
}
