import { fastifyHelmet } from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";

import { HEADERS_MAX, hasTooManyHeaders } from "../access/header-count.ts";
import { HttpError } from "./errors/http-error.ts";

/** Headers that protect the pages. Over plain http, which halls have, nothing may ask for https. */
export const security = fp(async (app: FastifyInstance, { isSecure }: { isSecure: boolean }) => {
  app.addHook("onRequest", async (request) => {
    if (hasTooManyHeaders(request.raw)) {
      throw new HttpError(431, "TOO_MANY_HEADERS", `at most ${HEADERS_MAX} headers`);
    }
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: "deny" },
    // "no-referrer" would make browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: "same-origin" },
    // Browsers ignore these two over http, and say so on the console.
    crossOriginOpenerPolicy: isSecure ? { policy: "same-origin" } : false,
    originAgentCluster: isSecure,
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
});
