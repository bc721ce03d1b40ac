import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  boardParamsSchema,
  copyBoardSchema,
  createdBoardSchema,
  problemSchema,
} from "@hefboom/contract";

import { copyBoard } from "../../boards/copy-board.ts";
import { boardOr404 } from "../errors/board-or-404.ts";
import { STAFF } from "../guard.ts";
import type { RouteOptions } from "../services.ts";
import { checkStorable } from "./check-storable.ts";
import { createdBoard } from "./created-board.ts";

export const copyRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, store } = services;
  app.post(
    "/boards/:boardId/copy",
    {
      onRequest: guard.board(STAFF),
      schema: {
        tags: ["boards"],
        summary:
          "Make a workshop like this one: levers, labels, plan and essay, without people and their cards",
        params: boardParamsSchema,
        body: copyBoardSchema,
        response: { 201: createdBoardSchema, 400: problemSchema, 403: problemSchema },
      },
    },
    async (request, reply) => {
      checkStorable(request.body);
      const board = await boardOr404(store, request.params.boardId);
      const made = await copyBoard(services, board, request.body.title.trim());
      return reply.code(201).send(await createdBoard(services, request, made));
    },
  );
};
