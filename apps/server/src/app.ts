import { constants } from "node:zlib";
import { fastifyCompress } from "@fastify/compress";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, { type FastifyInstance, type FastifyReply, LogController } from "fastify";
import type { Registry } from "prom-client";

import { trustRule } from "./access/client-address.ts";
import type { Config } from "./config.ts";
import { addressRoutes } from "./http/addresses/address-routes.ts";
import { binRoutes } from "./http/bin/bin-routes.ts";
import { boardRoutes } from "./http/boards/board-routes.ts";
import { copyRoutes } from "./http/boards/copy-routes.ts";
import { slowBody } from "./http/bodies/slow-body.ts";
import { commandRoutes } from "./http/commands/command-routes.ts";
import { clearRoutes } from "./http/erasing/clear-routes.ts";
import { erasingRoutes } from "./http/erasing/erasing-routes.ts";
import { jobRoutes } from "./http/erasing/job-routes.ts";
import { answerClientError } from "./http/errors/client-errors.ts";
import { errorHandler, problemOf } from "./http/errors/error-handler.ts";
import { notFound } from "./http/errors/not-found.ts";
import { essayRoutes } from "./http/essay/essay-routes.ts";
import { exportRoutes } from "./http/export/export-routes.ts";
import { fileRoutes } from "./http/files/file-routes.ts";
import { originRule } from "./http/guard.ts";
import { type Health, healthRoutes } from "./http/health/health-routes.ts";
import { requestMetrics } from "./http/health/request-metrics.ts";
import { invitationRoutes } from "./http/invitation/invitation-routes.ts";
import { joinRoutes } from "./http/join/join-routes.ts";
import { keyRoutes } from "./http/keys/key-routes.ts";
import { logRoutes } from "./http/log/log-routes.ts";
import { meRoutes } from "./http/me/me-routes.ts";
import { openapi } from "./http/openapi/openapi.ts";
import { pageRoutes } from "./http/pages/page-routes.ts";
import { transferPages } from "./http/pages/transfer-pages.ts";
import { participantRoutes } from "./http/participants/participant-routes.ts";
import { security } from "./http/security.ts";
import type { Services } from "./http/services.ts";
import { sessionRoutes } from "./http/sessions/session-routes.ts";
import { stateRoutes } from "./http/state/state-routes.ts";
import { transferRoutes } from "./http/transfers/transfer-routes.ts";
import { logOptions } from "./log-options.ts";

export interface AppDeps {
  config: Pick<Config, "publicUrl" | "trustProxy" | "logLevel">;
  services: Services;
  health: Health;
  metrics: Registry;
  /** Folder of the built web app. */
  webRoot: string;
  version: string;
}

const API = [
  addressRoutes,
  binRoutes,
  boardRoutes,
  clearRoutes,
  commandRoutes,
  copyRoutes,
  erasingRoutes,
  essayRoutes,
  exportRoutes,
  invitationRoutes,
  jobRoutes,
  joinRoutes,
  keyRoutes,
  logRoutes,
  meRoutes,
  participantRoutes,
  sessionRoutes,
  stateRoutes,
  transferRoutes,
];

/** The whole of HTTP without listening, so that tests can inject requests. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, services, health, metrics, webRoot, version } = deps;
  const app = createFastify(deps);
  await app.register(errorHandler);
  await app.register(notFound);
  await app.register(slowBody);
  await app.register(security, { isSecure: services.isSecure });
  await app.register(requestMetrics, { metrics });
  await app.register(fastifyCompress, {
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(openapi, { version });
  await app.register(originRule, { publicUrl: config.publicUrl });
  for (const routes of API) await app.register(routes, { prefix: "/api", services });
  await app.register(healthRoutes, { services, health, metrics });
  await app.register(pageRoutes, { services });
  await app.register(transferPages);
  await app.register(fileRoutes, { webRoot });
  return app;
}

/** Time-outs keep slow or silent clients from holding connections; a long essay on slow Wi-Fi still gets through. */
function createFastify({ config }: AppDeps) {
  const app = Fastify({
    logger: logOptions(config.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy !== false && trustRule(config.trustProxy),
    requestTimeout: 120_000,
    forceCloseConnections: "idle",
    return503OnClosing: true,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, _request, reply) => {
      const { status, problem } = problemOf(error);
      // Its type is open over all routes there could be; this answer belongs to none.
      (reply as unknown as FastifyReply).code(status).send(problem);
    },
    // Wrong input is refused, not quietly mended.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  takeEmptyJson(app);
  return app;
}

/** A DELETE or POST with a JSON type and no body is an empty body, not an error. */
function takeEmptyJson(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body === "") done(null, undefined);
    else void parseJson(request, String(body), done); // it answers through `done`
  });
}
