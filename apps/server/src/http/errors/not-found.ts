import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";

import { sendNotFoundPage } from "../pages/page-errors.ts";

/** An address with nothing behind it: a page for people who typed it, a problem for programs. */
export const notFound = fp(async (app: FastifyInstance) => {
  app.setNotFoundHandler((request, reply) => {
    const isPerson = request.headers.accept?.includes("text/html") ?? false;
    if (isPerson && !request.url.startsWith("/api/")) return sendNotFoundPage(request, reply);
    return reply.code(404).send({ code: "NOT_FOUND", message: "there is nothing at this address" });
  });
});
