import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { boardParamsSchema } from "@hefboom/contract";
import Type from "typebox";

import { credentialOn } from "../guard.ts";
import type { RouteOptions } from "../services.ts";
import { chooseEncoding, EncodedStates } from "./encoded-states.ts";

export const stateRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, hub } = services;
  const states = new EncodedStates();
  app.get(
    "/boards/:boardId/state",
    {
      onRequest: guard.board(),
      schema: {
        tags: ["board"],
        summary:
          "The stored board as one Yjs update v2, compressed; its place in the log in headers",
        params: boardParamsSchema,
        produces: ["application/octet-stream"],
        response: {
          200: Type.Unsafe<Buffer>({ type: "string", format: "binary", description: "update v2" }),
          304: Type.Unsafe<undefined>({ description: "still the one of If-None-Match" }),
        },
      },
    },
    async (request, reply) => {
      const { boardId } = credentialOn(request);
      const { update, seq, epoch } = await (await hub.room(boardId)).state();
      const etag = `"${epoch}.${seq}"`;
      reply.headers({
        "x-board-seq": seq,
        "x-board-epoch": epoch,
        etag,
        "cache-control": "private, no-cache",
        vary: "accept-encoding, authorization, cookie, x-hefboom-role",
      });
      if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
      const encoding = chooseEncoding(request.headers["accept-encoding"]);
      const body = await states.encode(boardId, { etag, update }, encoding);
      reply.type("application/octet-stream").header("content-encoding", encoding);
      return reply.send(body);
    },
  );
};

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}
