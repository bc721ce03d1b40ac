import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { boardParamsSchema } from "@hefboom/contract";
import type { FastifyReply } from "fastify";
import Type from "typebox";

import type { LogPosition } from "../../snapshots/packed-log.ts";
import type { StateParts } from "../../snapshots/state-reader.ts";
import { credentialOn } from "../guard.ts";
import type { RouteOptions } from "../services.ts";
import { chooseEncoding, EncodedStates, type Encoding, gzipToBrotli } from "./encoded-states.ts";

const flag = Type.Optional(Type.Literal("1"));

const stateSchema = {
  tags: ["board"],
  summary:
    "The stored board as one Yjs update v2, compressed; its place in the log in headers. With parts=1: repeated uint32 big-endian length and update v2, each complete after those before. With recent=1 the parts may be some seconds old",
  params: boardParamsSchema,
  querystring: Type.Object({ parts: flag, recent: flag }),
  produces: ["application/octet-stream"],
  response: {
    200: Type.Unsafe<Buffer | Readable>({
      type: "string",
      format: "binary",
      description: "update v2, or parts",
    }),
    304: Type.Unsafe<undefined>({ description: "still the one of If-None-Match" }),
  },
};

export const stateRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, states } = services;
  const encoded = new EncodedStates();
  app.get(
    "/boards/:boardId/state",
    { onRequest: guard.board(), schema: stateSchema },
    async (request, reply) => {
      const { boardId } = credentialOn(request);
      const accepts = request.headers["accept-encoding"];
      reply.headers({
        "cache-control": "private, no-cache",
        vary: "accept-encoding, authorization, cookie, x-hefboom-role",
      });
      const { head, epoch } = await states.position(boardId);
      if (isKnown(request.headers["if-none-match"], etagOf(epoch, head))) {
        return tellPosition(reply, { epoch, head }).code(304).send();
      }
      reply.type("application/octet-stream");
      if (request.query.parts === undefined) {
        const { update, seq, epoch } = await states.whole(boardId);
        const encoding = chooseEncoding(accepts, "br");
        const body = await encoded.encode(boardId, { etag: etagOf(epoch, seq), update }, encoding);
        return tellPosition(reply, { epoch, head: seq }, encoding).send(body);
      }
      const parts = await states.parts(boardId, request.query.recent === "1" ? "recent" : "now");
      const encoding = chooseEncoding(accepts, "gzip");
      tellPosition(reply, { epoch: parts.epoch, head: parts.seq }, encoding);
      if (encoding === "br") return reply.send(await brotliOf(parts));
      return reply.send(parts.whole ?? streamOf(parts));
    },
  );
};

const etagOf = (epoch: number, seq: number) => `"${epoch}.${seq}"`;

function tellPosition(
  reply: FastifyReply,
  { epoch, head }: LogPosition,
  encoding?: Encoding,
): FastifyReply {
  reply.headers({ "x-board-seq": head, "x-board-epoch": epoch, etag: etagOf(epoch, head) });
  return encoding === undefined ? reply : reply.header("content-encoding", encoding);
}

/** What is stored is on its way while what came after it is still being put together. */
function streamOf({ start, end }: StateParts): Readable {
  const chunks = async function* () {
    yield start;
    yield await end;
  };
  return Readable.from(chunks(), { objectMode: false });
}

async function brotliOf({ start, end }: StateParts): Promise<Buffer> {
  return gzipToBrotli(Buffer.concat([start, await end]));
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}
