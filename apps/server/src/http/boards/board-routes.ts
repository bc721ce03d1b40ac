import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  boardDetailsSchema,
  boardParamsSchema,
  boardSummarySchema,
  createdBoardSchema,
  newBoardSchema,
  problemSchema,
} from "@hefboom/contract";
import Type from "typebox";

import type { BoardRecord } from "../../access/access-store.ts";
import { boardOr404 } from "../errors/board-or-404.ts";
import { STAFF } from "../guard.ts";
import type { RouteOptions, Services } from "../services.ts";
import { askedPlan } from "./asked-plan.ts";
import { createdBoard } from "./created-board.ts";

const tags = ["boards"];

export const boardRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, store, office } = services;
  const onRequest = guard.organiser();

  app.post(
    "/boards",
    {
      onRequest,
      schema: {
        tags,
        summary: "Make a workshop. Its keys are told once, here",
        body: newBoardSchema,
        response: { 201: createdBoardSchema, 400: problemSchema },
      },
    },
    async (request, reply) => {
      const made = await office.make(askedPlan(request.body));
      return reply.code(201).send(await createdBoard(services, request, made));
    },
  );

  app.get(
    "/boards",
    {
      onRequest,
      schema: {
        tags,
        summary: "All workshops, newest first",
        response: { 200: Type.Array(boardSummarySchema) },
      },
    },
    async () => Promise.all((await store.boards()).map((board) => summaryOf(services, board))),
  );

  app.get(
    "/boards/:boardId",
    {
      onRequest: guard.board(STAFF), // who makes keys must know which there are
      schema: {
        tags,
        summary: "One workshop, and which roles have a key of it",
        params: boardParamsSchema,
        response: { 200: boardDetailsSchema, 404: problemSchema },
      },
    },
    async ({ params: { boardId } }) => {
      const summary = await summaryOf(services, await boardOr404(store, boardId));
      return { ...summary, keys: await store.keyRoles(boardId) };
    },
  );

  app.delete(
    "/boards/:boardId",
    {
      onRequest,
      schema: {
        tags,
        summary: "Erase a workshop with everything that was written on it",
        params: boardParamsSchema,
        response: { 204: Type.Unsafe<undefined>({ description: "erased" }), 404: problemSchema },
      },
    },
    async ({ params: { boardId } }, reply) => {
      await office.erase((await boardOr404(store, boardId)).id);
      return reply.code(204).send();
    },
  );
};

async function summaryOf({ store }: Services, board: BoardRecord) {
  return { ...board, ...(await store.counts(board.id)) };
}
