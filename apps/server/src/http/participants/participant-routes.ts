import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  boardParamsSchema,
  type Participants,
  participantsSchema,
  problemSchema,
} from "@hefboom/contract";

import type { ParticipantRecord } from "../../access/access-store.ts";
import { personShown } from "../../joining/person-shown.ts";
import { STAFF } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

export const participantRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (
  app,
  { services },
) => {
  const { guard, store } = services;
  app.get(
    "/boards/:boardId/participants",
    {
      onRequest: guard.board(STAFF),
      schema: {
        tags: ["leading"],
        summary: "Everybody who joined, in that order; named only who chose to be",
        params: boardParamsSchema,
        response: { 200: participantsSchema, 403: problemSchema },
      },
    },
    async ({ params: { boardId } }, reply): Promise<Participants> => {
      const board = await store.board(boardId);
      // With authors hidden a number would tie people to cards.
      const counts = board?.authors === "shown" ? await store.cardCounts(boardId) : undefined;
      const participants = (await store.participants(boardId)).map((one) => ({
        ...viewOf(one),
        ...(counts && { cards: counts.get(one.id) ?? 0 }),
      }));
      reply.header("cache-control", "private, no-store");
      return { participants };
    },
  );
};

function viewOf(participant: ParticipantRecord) {
  const { id, createdAt, isStopped } = participant;
  const { name } = personShown(participant);
  return { id, ...(name !== undefined && { name }), joinedAt: createdAt, isStopped };
}
