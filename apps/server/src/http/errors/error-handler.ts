import type { Problem } from "@hefboom/contract";
import { EssayError, type EssayErrorCode } from "@hefboom/essay";
import {
  CannotSaveError,
  HubClosedError,
  InvalidCommandError,
  LogError,
  type LogErrorCode,
} from "@hefboom/sync";
import type { FastifyError, FastifyInstance } from "fastify";
import fp from "fastify-plugin";

import { AccessError, type AccessErrorCode } from "../../access/access-error.ts";
import { readRest } from "../bodies/read-rest.ts";
import { HttpError } from "./http-error.ts";

const accessStatus = {
  NO_CREDENTIAL: 401,
  UNKNOWN_KEY: 401,
  NOT_ALLOWED: 403,
  FOREIGN_ORIGIN: 403,
  UNKNOWN_JOIN_CODE: 404,
  UNKNOWN_TRANSFER: 404,
  BOARD_NOT_FOUND: 404,
  TOO_MANY_WRONG_CODES: 429,
  TOO_MANY_PARTICIPANTS: 409,
  JOINING_CLOSED: 403,
  STOPPED: 403,
  INVALID_NAME: 400,
} as const satisfies Record<AccessErrorCode, number>;

const essayStatus = {
  ESSAY_EMPTY: 400,
  ESSAY_BINARY: 400,
  ESSAY_TOO_LARGE: 413,
} as const satisfies Record<EssayErrorCode, number>;

const logStatus = {
  LOG_MISSING: 404,
  LOG_FULL: 507,
  LOG_MOVED: 503,
  LOG_DAMAGED: 500,
} as const satisfies Record<LogErrorCode, number>;

/** What Fastify says of requests, in words for people. */
const fastifyProblems: Record<string, Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: "BODY_TOO_LARGE", message: "the body is too large" },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: "UNSUPPORTED_MEDIA_TYPE",
    message: "this address takes no body of that media type",
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: "INVALID_INPUT", message: "the body is empty" },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: "INVALID_INPUT", message: "the body is no JSON" },
};

/** With these a database says that nothing can be written now; what was written is fine. */
const CANNOT_SAVE = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/;

const INTERNAL = { code: "INTERNAL", message: "Internal error" };

/** Where errors meet HTTP: each becomes a status and a problem. */
export const errorHandler = fp(async (app: FastifyInstance) => {
  app.setErrorHandler<Error>(async (error, request, reply) => {
    const { status, problem } = problemOf(error);
    if (status === 413) await readRest(request.raw);
    if (status >= 500) request.log.error({ err: error, code: problem.code }, "request failed");
    if (status === 429 || status === 503) reply.header("retry-after", "60");
    return reply.code(status).send(problem);
  });
});

/** What is said of an error, and with which status; what nobody foresaw is told to nobody. */
export function problemOf(error: Error): { status: number; problem: Problem } {
  if (cannotSave(error)) return problemOf(new CannotSaveError());
  const status = statusOf(error);
  if (status === 500 && !(error instanceof LogError)) return { status, problem: INTERNAL };
  const known = fastifyProblems[codeOf(error)];
  return { status, problem: known ?? { code: codeOf(error), message: error.message } };
}

function statusOf(error: Error): number {
  if (error instanceof AccessError) return accessStatus[error.code];
  if (error instanceof HttpError) return error.status;
  if (error instanceof InvalidCommandError) return 400;
  if (error instanceof EssayError) return essayStatus[error.code];
  if (error instanceof LogError) return logStatus[error.code];
  if (error instanceof CannotSaveError || error instanceof HubClosedError) return 503;
  // Fastify puts a status on what it throws itself, and 500 comes of all else.
  return (error as Partial<FastifyError>).statusCode ?? 500;
}

function cannotSave({ code }: Error & { code?: unknown }): boolean {
  return typeof code === "string" && CANNOT_SAVE.test(code);
}

function codeOf(error: Error): string {
  if (error instanceof LogError && error.code === "LOG_MISSING") return "BOARD_NOT_FOUND";
  const { code, validation } = error as Partial<FastifyError>; // read as what it may be
  return validation === undefined ? (code ?? "INTERNAL") : "INVALID_INPUT";
}
