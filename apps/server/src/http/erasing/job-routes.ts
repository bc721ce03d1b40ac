import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { jobParamsSchema, jobStateSchema, problemSchema } from "@hefboom/contract";

import { HttpError } from "../errors/http-error.ts";
import type { RouteOptions } from "../services.ts";

export const jobRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { erasures } = services;
  app.get(
    "/jobs/:job",
    {
      schema: {
        tags: ["erasing"],
        summary: "How far a job is",
        params: jobParamsSchema,
        response: { 200: jobStateSchema, 404: problemSchema },
      },
    },
    async ({ params: { job } }) => {
      const erasure = await erasures.erasure(job);
      if (erasure === undefined) throw new HttpError(404, "JOB_NOT_FOUND", "there is no such job");
      return { state: erasure.state };
    },
  );
};
