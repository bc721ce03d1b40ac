import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  boardParamsSchema,
  cardParamsSchema,
  participantParamsSchema,
  problemSchema,
  startedJobSchema,
} from "@hefboom/contract";
import type { FastifyRequest } from "fastify";

import { AccessError } from "../../access/access-error.ts";
import { HttpError } from "../errors/http-error.ts";
import { credentialOn, STAFF } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

const tags = ["erasing"];
/** An erasure is answered with its job, before it is done. */
const answers = { 202: startedJobSchema, 403: problemSchema, 404: problemSchema };

export const erasingRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, eraser, hub, store } = services;

  app.delete(
    "/boards/:boardId/participants/:participantId",
    {
      onRequest: guard.evenStopped(),
      schema: {
        tags,
        summary: "Erase a participant with everything they wrote; staff, or that participant",
        params: participantParamsSchema,
        response: answers,
      },
    },
    async (request, reply) => {
      const { boardId, participantId } = request.params;
      checkMayErase(request, participantId);
      if ((await store.participant(boardId, participantId)) === undefined) {
        throw new HttpError(404, "PARTICIPANT_NOT_FOUND", "there is no such participant");
      }
      const job = await eraser.start({ boardId, kind: "person", target: participantId });
      return reply.code(202).send({ job });
    },
  );

  app.delete(
    "/boards/:boardId/me",
    {
      onRequest: guard.evenStopped(),
      schema: {
        tags,
        summary: "Erase who asks, a participant, with everything they wrote",
        params: boardParamsSchema,
        response: answers,
      },
    },
    async (request, reply) => {
      const { actor, boardId } = credentialOn(request);
      if (actor.role !== "participant")
        throw new AccessError("NOT_ALLOWED", "staff have no words of their own here");
      const job = await eraser.start({ boardId, kind: "person", target: actor.personId });
      return reply.code(202).send({ job });
    },
  );

  app.delete(
    "/boards/:boardId/cards/:cardId",
    {
      onRequest: guard.evenStopped(),
      schema: {
        tags,
        summary: "Erase a card, also from the bin and from what once was; staff, or its author",
        params: cardParamsSchema,
        response: answers,
      },
    },
    async (request, reply) => {
      const { boardId, cardId } = request.params;
      const owner = await (await hub.room(boardId)).ownerOf(cardId);
      checkMayErase(request, owner?.personId);
      if (owner === undefined) {
        throw new HttpError(404, "CARD_NOT_FOUND", "there is no such card, and there never was");
      }
      const job = await eraser.start({ boardId, kind: "card", target: cardId });
      return reply.code(202).send({ job });
    },
  );
};

/** @param author whose words it is about; absent or `null`: nobody's. @throws {AccessError} NOT_ALLOWED */
function checkMayErase(request: FastifyRequest, author: string | null | undefined): void {
  const { actor } = credentialOn(request);
  if (STAFF.includes(actor.role) || actor.personId === author) return;
  throw new AccessError("NOT_ALLOWED", "only staff may erase what somebody else wrote");
}
