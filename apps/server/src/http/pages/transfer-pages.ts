import type { FastifyPluginAsync } from "fastify";

import {
  TRANSFER_SCRIPT,
  transferPage,
  transferScript,
} from "../../pages/transfer/transfer-page.ts";
import { contextOf } from "./page-errors.ts";

const schema = { hide: true };

/** `/t`, where somebody goes on on another device. The code is in the fragment, which no server sees. */
export const transferPages: FastifyPluginAsync = async (app) => {
  app.get("/t", { schema }, (request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(transferPage(contextOf(request))),
  );

  app.get(TRANSFER_SCRIPT, { schema }, (_request, reply) =>
    reply
      .type("text/javascript; charset=utf-8")
      .header("cache-control", "no-cache")
      .send(transferScript),
  );
};
