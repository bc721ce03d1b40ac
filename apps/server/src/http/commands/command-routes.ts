import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { commandSchema } from "@hefboom/board";
import { answersSchema, boardParamsSchema, problemSchema } from "@hefboom/contract";
import { COMMANDS_MAX } from "@hefboom/contract/messages";
import type { FastifySchema } from "fastify";
import Type from "typebox";

import { HttpError } from "../errors/http-error.ts";
import { credentialOn } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

/** Room for the most commands that one body may hold, each with the longest text that is not refused for its length. */
const BODY_MAX_BYTES = 4 * 1_048_576;

/** Only for the description: checked as such, one wrong command would have the whole body refused. */
const describedBody = Type.Union([
  commandSchema,
  Type.Array(commandSchema, { maxItems: COMMANDS_MAX }),
]);

export const commandRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, hub } = services;
  app.post(
    "/boards/:boardId/commands",
    {
      onRequest: guard.board(),
      preHandler: guard.board(), // once more: who sends a body slowly may have been erased meanwhile
      bodyLimit: BODY_MAX_BYTES,
      config: { swaggerTransform: describeCommands },
      schema: {
        tags: ["board"],
        summary: "One command or an array; answered after the commit, each with saved or refused",
        params: boardParamsSchema,
        // What a command is, the room judges: one that is none is answered, not the whole body refused.
        body: Type.Unknown({ description: "a command, or at most 500 of them" }),
        response: { 200: answersSchema, 400: problemSchema, 413: problemSchema },
      },
    },
    async (request) => {
      const { body } = request;
      const commands: unknown[] = Array.isArray(body) ? body : [body];
      if (commands.length > COMMANDS_MAX) {
        throw new HttpError(413, "TOO_MANY_COMMANDS", `at most ${COMMANDS_MAX} commands a call`);
      }
      const { actor, boardId } = credentialOn(request);
      return (await hub.room(boardId)).submit(actor, commands);
    },
  );
};

function describeCommands({ schema, url }: { schema: FastifySchema; url: string }) {
  return { schema: { ...schema, body: describedBody }, url };
}
