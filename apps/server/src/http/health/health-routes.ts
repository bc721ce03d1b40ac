import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { problemSchema } from "@hefboom/contract";
import type { Registry } from "prom-client";
import Type from "typebox";

import { HttpError } from "../errors/http-error.ts";
import type { RouteOptions } from "../services.ts";

export interface Health {
  state: "serving" | "stopping";
}
interface HealthOptions extends RouteOptions {
  health: Health;
  metrics: Registry;
}

const tags = ["server"];
const fine = Type.Object({ status: Type.Literal("ok") });
const response = { 200: fine, 503: problemSchema };

export const healthRoutes: FastifyPluginAsyncTypebox<HealthOptions> = async (app, options) => {
  const { health, metrics, services } = options;
  const refuseWhenStopping = () => {
    if (health.state === "stopping") throw new HttpError(503, "STOPPING", "the server is stopping");
  };
  app.addHook("onSend", async (_request, reply) => {
    reply.header("cache-control", "no-store");
  });

  app.get(
    "/healthz",
    { schema: { tags, summary: "Whether the process lives", response } },
    async () => {
      refuseWhenStopping();
      return { status: "ok" as const };
    },
  );

  app.get(
    "/readyz",
    { schema: { tags, summary: "Whether it can serve: the database answers", response } },
    async () => {
      refuseWhenStopping();
      await services.store.setting("ready");
      return { status: "ok" as const };
    },
  );

  app.get(
    "/metrics",
    { schema: { tags, summary: "Measurements for Prometheus", produces: ["text/plain"] } },
    async (_request, reply) => {
      reply.type(metrics.contentType);
      return metrics.metrics();
    },
  );
};
