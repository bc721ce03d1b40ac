import type { FastifyRequest } from "fastify";

import type { LogLevel } from "./config.ts";

/** What may not stand in a log even when somebody passes it by mistake. */
const SECRETS = ["token", "key", "authorization", "cookie", "headers", "password"];

/** Fields only, no addresses of people, and of a request's address its pattern alone: codes and tokens stay out. */
export function logOptions(level: LogLevel) {
  return {
    level,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
    serializers: {
      req: ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions?.url }),
    },
  };
}
