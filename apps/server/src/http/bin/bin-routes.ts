import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { BIN_KEEPS_MS, type BinnedCard } from "@hefboom/board";
import { type Bin, binSchema, boardParamsSchema, problemSchema } from "@hefboom/contract";

import { credentialOn } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

export const binRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, hub } = services;
  app.get(
    "/boards/:boardId/bin",
    {
      onRequest: guard.board(["participant", "facilitator", "scribe", "organiser"]),
      schema: {
        tags: ["board"],
        summary: "Deleted cards that can be restored for 30 days: all for staff, else one's own",
        params: boardParamsSchema,
        response: { 200: binSchema, 403: problemSchema },
      },
    },
    async (request, reply) => {
      const { actor, boardId } = credentialOn(request);
      const cards = await (await hub.room(boardId)).binFor(actor);
      reply.header("cache-control", "private, no-store");
      return { cards: cards.map(viewOf) };
    },
  );
};

function viewOf({ cardId, facts, place, text, binnedAt }: BinnedCard): Bin["cards"][number] {
  return {
    cardId,
    kind: facts.kind,
    text,
    lever: place.lever,
    ...(facts.speaker !== undefined && { speaker: facts.speaker }),
    binnedAt,
    keptUntil: binnedAt + BIN_KEEPS_MS,
  };
}
