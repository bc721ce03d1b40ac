import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { findTemplate, isStorable, type Template } from "@hefboom/board";
import {
  boardParamsSchema,
  boardSummarySchema,
  createdBoardSchema,
  facilitateLink,
  joinLink,
  newBoardSchema,
  problemSchema,
  projectLink,
} from "@hefboom/contract";
import Type from "typebox";

import type { BoardRecord } from "../../access/access-store.ts";
import { boardOr404 } from "../errors/board-or-404.ts";
import { HttpError } from "../errors/http-error.ts";
import type { RouteOptions, Services } from "../services.ts";

const tags = ["boards"];

export const boardRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, store, office, bases } = services;
  app.addHook("onRequest", guard.organiser());

  app.post(
    "/boards",
    {
      schema: {
        tags,
        summary: "Make a workshop. Its keys are told once, here",
        body: newBoardSchema,
        response: { 201: createdBoardSchema, 400: problemSchema },
      },
    },
    async (request, reply) => {
      checkStorable(request.body);
      const { title, locale = "nl", authors = "shown", template = "elf-hefbomen" } = request.body;
      const plan = { title: title.trim(), locale, authors, template: templateOf(template) };
      const { board, facilitatorKey, viewerKey } = await office.make(plan);
      const { base } = await bases.current(request);
      const links = {
        join: joinLink(base, board.code),
        facilitate: facilitateLink(base, board.id, facilitatorKey),
        project: projectLink(base, board.id, viewerKey),
      };
      const created = { id: board.id, code: board.code, facilitatorKey, viewerKey, links };
      return reply.code(201).send(created);
    },
  );

  app.get(
    "/boards",
    {
      schema: {
        tags,
        summary: "All workshops, newest first",
        response: { 200: Type.Array(boardSummarySchema) },
      },
    },
    async () => Promise.all((await store.boards()).map((board) => summaryOf(services, board))),
  );

  app.get(
    "/boards/:boardId",
    {
      schema: {
        tags,
        summary: "One workshop",
        params: boardParamsSchema,
        response: { 200: boardSummarySchema, 404: problemSchema },
      },
    },
    async ({ params: { boardId } }) => summaryOf(services, await boardOr404(store, boardId)),
  );

  app.delete(
    "/boards/:boardId",
    {
      schema: {
        tags,
        summary: "Erase a workshop with everything that was written on it",
        params: boardParamsSchema,
        response: { 204: Type.Unsafe<undefined>({ description: "erased" }), 404: problemSchema },
      },
    },
    async ({ params: { boardId } }, reply) => {
      await office.erase((await boardOr404(store, boardId)).id);
      return reply.code(204).send();
    },
  );
};

function templateOf(template: string | Template): Template {
  if (typeof template !== "string") return checkIds(template);
  const found = findTemplate(template);
  if (found !== undefined) return found;
  throw new HttpError(400, "UNKNOWN_TEMPLATE", `there is no template ${template}`);
}

/** Half a surrogate pair or a NUL survives neither the database nor the document. */
function checkStorable(value: unknown): void {
  if (typeof value === "string" && !isStorable(value)) {
    throw new HttpError(400, "INVALID_INPUT", "the body has text that cannot be stored");
  }
  if (typeof value === "object" && value !== null) Object.values(value).forEach(checkStorable);
}

/** Levers are known by their id alone, so no two may share one. */
function checkIds(template: Template): Template {
  const levers = template.groups.flatMap((group) => group.levers.map(({ id }) => id));
  const groups = template.groups.map(({ id }) => id);
  const isUnique = (ids: string[]) => new Set(ids).size === ids.length;
  if (isUnique(levers) && isUnique(groups)) return template;
  throw new HttpError(400, "INVALID_TEMPLATE", "two levers or two groups have the same id");
}

async function summaryOf({ store }: Services, board: BoardRecord) {
  return { ...board, ...(await store.counts(board.id)) };
}
