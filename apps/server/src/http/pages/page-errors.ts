import type { TextKey } from "@hefboom/contract";
import type { FastifyReply, FastifyRequest } from "fastify";

import { AccessError, type AccessErrorCode } from "../../access/access-error.ts";
import type { PageContext } from "../../pages/page-frame.ts";
import { problemPage, unknownCodePage } from "../../pages/problem-page.ts";
import { localeOf, translator } from "../../texts/translate.ts";
import { problemOf } from "../errors/error-handler.ts";

interface Words {
  /** Absent: that something went wrong. */
  title?: TextKey;
  text: TextKey;
}

const wordsOf: Partial<Record<AccessErrorCode, Words>> = {
  TOO_MANY_WRONG_CODES: { text: "page.join.tooOften" },
  TOO_MANY_PARTICIPANTS: { text: "page.join.full" },
  FOREIGN_ORIGIN: { text: "page.error.origin" },
  JOINING_CLOSED: { title: "page.join.closedTitle", text: "page.join.closed" },
  STOPPED: { title: "page.join.stoppedTitle", text: "page.join.stopped" },
};

/** A board has its own language; without one, what the browser asks for. */
export function contextOf(request: FastifyRequest, boardLocale?: string): PageContext {
  const locale = boardLocale === "en" || boardLocale === "nl" ? boardLocale : undefined;
  const chosen = locale ?? localeOf(request.headers["accept-language"]);
  return { locale: chosen, t: translator(chosen) };
}

/** Errors of plain pages, as pages. */
export function pageErrorHandler(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const { status, problem } = problemOf(error);
  if (status >= 500) request.log.error({ err: error, code: problem.code }, "page failed");
  reply.code(status).type("text/html; charset=utf-8");
  const context = contextOf(request);
  if (error instanceof AccessError && error.code === "UNKNOWN_JOIN_CODE") {
    // The address that led here is /j/:code; nothing else looks for a code.
    return reply.send(unknownCodePage(context, (request.params as { code: string }).code));
  }
  const { t } = context;
  const words = error instanceof AccessError ? wordsOf[error.code] : undefined;
  const title = t(words?.title ?? "page.error.title");
  return reply.send(problemPage(context, { title, text: t(words?.text ?? "page.error.text") }));
}

export function sendNotFoundPage(request: FastifyRequest, reply: FastifyReply) {
  const context = contextOf(request);
  const title = context.t("notFound.title");
  const page = problemPage(context, { title, text: context.t("page.notFound.text") });
  return reply.code(404).type("text/html; charset=utf-8").send(page);
}
