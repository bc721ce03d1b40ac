import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  boardParamsSchema,
  facilitateLink,
  type KeyRole,
  type MadeKey,
  madeKeySchema,
  newKeySchema,
  projectLink,
  renewedCodeSchema,
  scribeLink,
} from "@hefboom/contract";

import { STAFF } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

const tags = ["access"];

const linkOf = {
  facilitator: { name: "facilitate", link: facilitateLink },
  scribe: { name: "scribe", link: scribeLink },
  viewer: { name: "project", link: projectLink },
} as const satisfies Record<KeyRole, { name: keyof MadeKey["links"]; link: unknown }>;

/** What a facilitator gives out to others, and takes back by giving out another one. */
export const keyRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, office, bases } = services;
  app.addHook("onRequest", guard.board(STAFF));

  app.post(
    "/boards/:boardId/keys",
    {
      schema: {
        tags,
        summary: "Make or renew the key of a role; the old key dies with the sessions it gave",
        params: boardParamsSchema,
        body: newKeySchema,
        response: { 200: madeKeySchema },
      },
    },
    async (request): Promise<MadeKey> => {
      const { boardId } = request.params;
      const { role } = request.body;
      const key = await office.renewKey(boardId, role);
      const { base } = await bases.current(request);
      const { name, link } = linkOf[role];
      return { key, links: { [name]: link(base, boardId, key) } };
    },
  );

  app.post(
    "/boards/:boardId/code",
    {
      schema: {
        tags,
        summary: "Renew the join code; the old one opens nothing any more",
        params: boardParamsSchema,
        response: { 200: renewedCodeSchema },
      },
    },
    async ({ params: { boardId } }) => ({ code: await office.renewCode(boardId) }),
  );
};
