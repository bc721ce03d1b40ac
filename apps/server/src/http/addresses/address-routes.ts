import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { addressesSchema, chosenAddressSchema, problemSchema } from "@hefboom/contract";

import { HttpError } from "../errors/http-error.ts";
import type { RouteOptions } from "../services.ts";

export const addressRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, bases } = services;
  app.addHook("onRequest", guard.organiser());

  app.get(
    "/addresses",
    {
      schema: {
        tags: ["server"],
        summary: "What links and QR codes may begin with, best first",
        response: { 200: addressesSchema },
      },
    },
    (request) => bases.list(request),
  );

  app.put(
    "/addresses",
    {
      schema: {
        tags: ["server"],
        summary: "Choose one of them",
        body: chosenAddressSchema,
        response: { 200: addressesSchema, 400: problemSchema },
      },
    },
    async (request) => {
      const isChosen = await bases.choose(request.body.base, request);
      if (isChosen) return bases.list(request);
      throw new HttpError(400, "UNKNOWN_ADDRESS", "choose one of the addresses that are listed");
    },
  );
};
