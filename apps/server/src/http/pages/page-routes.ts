import { fastifyFormbody } from "@fastify/formbody";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Consent, consentSchema, NAME_MAX_LENGTH } from "@hefboom/board";
import type { FastifyReply, FastifyRequest } from "fastify";
import Type, { type Static } from "typebox";

import { AccessError } from "../../access/access-error.ts";
import type { BoardRecord } from "../../access/access-store.ts";
import { cleanName } from "../../joining/clean-name.ts";
import { backPage } from "../../pages/back-page.ts";
import { homePage } from "../../pages/home-page.ts";
import { type JoinForm, joinPage } from "../../pages/join-page.ts";
import { comeIn } from "../join/come-in.ts";
import { findReturning } from "../join/returning.ts";
import type { RouteOptions, Services } from "../services.ts";
import { contextOf, pageErrorHandler } from "./page-errors.ts";

/** Longer input is no code and no name by far; the page says so instead of a bare 400. */
const typed = Type.String({ maxLength: 2_000 });
const formSchema = Type.Object({
  name: Type.Optional(typed),
  consent: Type.Optional(Type.Union([consentSchema, Type.Literal("")])),
});
type JoinFields = Static<typeof formSchema>;
const codeParams = Type.Object({ code: Type.String({ maxLength: 100 }) });
const hidden = { hide: true };

/** Pages as plain HTML, usable before any script. */
export const pageRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  await app.register(fastifyFormbody, { bodyLimit: 16_384 });
  app.setErrorHandler(pageErrorHandler);
  app.addHook("onSend", async (_request, reply) => {
    reply.header("cache-control", "no-store");
  });

  app.get("/", { schema: hidden }, (request, reply) =>
    sendPage(reply, homePage(contextOf(request))),
  );

  app.get(
    "/j",
    { schema: { ...hidden, querystring: Type.Object({ code: Type.Optional(typed) }) } },
    (request, reply) => {
      const code = request.query.code?.trim() ?? "";
      if (code !== "") return reply.redirect(`/j/${encodeURIComponent(code.slice(0, 40))}`, 303);
      const context = contextOf(request);
      const error = context.t("page.home.codeMissing");
      return sendPage(reply.code(400), homePage(context, { error }));
    },
  );

  app.get("/j/:code", { schema: { ...hidden, params: codeParams } }, async (request, reply) => {
    const { code } = request.params;
    const board = await services.joinDesk.findBoard(code, request.ip);
    const back = await findReturning(services, request, board.id);
    const context = contextOf(request, board.locale);
    if (back === undefined) {
      await services.joinDesk.checkOpen(board.id);
      return sendPage(reply, joinPage(context, formOf(board)));
    }
    const { name } = back.participant;
    return sendPage(reply, backPage(context, { boardId: board.id, boardTitle: board.title, name }));
  });

  app.post(
    "/j/:code",
    { schema: { ...hidden, params: codeParams, body: formSchema } },
    async (request, reply) => {
      const board = await services.joinDesk.findBoard(request.params.code, request.ip);
      return join(services, { request, reply, board, fields: request.body });
    },
  );
};

interface Joining {
  request: FastifyRequest;
  reply: FastifyReply;
  board: BoardRecord;
  fields: JoinFields;
}

async function join(services: Services, { request, reply, board, fields }: Joining) {
  const consent: Consent | undefined = fields.consent || undefined;
  const back = await findReturning(services, request, board.id);
  if (back === undefined) await services.joinDesk.checkOpen(board.id);
  const nameError = back === undefined ? nameErrorOf(request, board, fields) : undefined;
  if (nameError !== undefined) {
    const form = { ...formOf(board), name: fields.name, consent, nameError };
    return sendPage(reply.code(400), joinPage(contextOf(request, board.locale), form));
  }
  await comeIn(services, { reply, board, back, joining: { name: fields.name, consent } });
  return reply.redirect(`/b/${board.id}`, 303);
}

function formOf({ title, code, authors }: BoardRecord): JoinForm {
  return { boardTitle: title, code, authors };
}

function nameErrorOf(
  request: FastifyRequest,
  board: BoardRecord,
  { name, consent }: JoinFields,
): string | undefined {
  const { t } = contextOf(request, board.locale);
  try {
    const isNameless = cleanName(name) === undefined;
    return consent === "named" && isNameless ? t("page.join.nameNeeded") : undefined;
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    const isLong = (name ?? "").trim().length > NAME_MAX_LENGTH;
    return isLong
      ? t("page.join.nameTooLong", { max: String(NAME_MAX_LENGTH) })
      : t("page.join.nameInvalid");
  }
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.type("text/html; charset=utf-8").send(page);
}
