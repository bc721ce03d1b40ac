import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { joinedSchema, joinSchema, problemSchema } from "@hefboom/contract";

import type { RouteOptions } from "../services.ts";
import { comeIn } from "./come-in.ts";
import { findReturning } from "./returning.ts";

export const joinRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  app.post(
    "/join",
    {
      schema: {
        tags: ["access"],
        summary: "Come in with a join code; who was here before stays the same participant",
        body: joinSchema,
        response: {
          200: joinedSchema,
          403: problemSchema,
          404: problemSchema,
          429: problemSchema,
        },
      },
    },
    async (request, reply) => {
      const { code, ...joining } = request.body;
      const board = await services.joinDesk.findBoard(code, request.ip);
      const back = await findReturning(services, request, board.id);
      const { participant, token } = await comeIn(services, { reply, board, back, joining });
      const participantId = participant.id;
      return { boardId: board.id, participantId, token, role: "participant" as const };
    },
  );
};
