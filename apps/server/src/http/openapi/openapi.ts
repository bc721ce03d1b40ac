import fastifySwagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";

/** Describes every route at `/api/openapi.json`; it must be registered before them. */
export const openapi = fp(async (app: FastifyInstance, { version }: { version: string }) => {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Hefboom",
        version,
        description:
          "A live workshop board. Live changes travel over the WebSocket /sync/:boardId.",
        license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      },
      components: {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer", description: "organiser key, or any token" },
        },
      },
      security: [{ bearer: [] }, {}],
    },
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
});
