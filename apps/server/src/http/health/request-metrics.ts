import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import { Histogram, type Registry } from "prom-client";

/** Times each route; addresses stay out of it, only their patterns are counted. */
export const requestMetrics = fp(
  async (app: FastifyInstance, { metrics }: { metrics: Registry }) => {
    const duration = new Histogram({
      name: "hefboom_http_request_duration_seconds",
      help: "Time from the request's head to the end of the answer",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers: [metrics],
    });
    app.addHook("onResponse", async (request, reply) => {
      const route = request.routeOptions.url ?? "none";
      const labels = { method: request.method, route, status: reply.statusCode };
      duration.observe(labels, reply.elapsedTime / 1_000);
      request.log.debug({ ...labels, durationMs: reply.elapsedTime }, "request");
    });
  },
);
