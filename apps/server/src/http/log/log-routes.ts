import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  boardParamsSchema,
  logQuerySchema,
  logSchema,
  problemSchema,
  type ReadableLog,
} from "@hefboom/contract";
import type { Act, RoomApi } from "@hefboom/sync";

import { STAFF } from "../guard.ts";
import type { RouteOptions } from "../services.ts";

const COUNT = 50;
/** More than can be done in one moment. */
const MOMENT_MAX = 5_000;

export const logRoutes: FastifyPluginAsyncTypebox<RouteOptions> = async (app, { services }) => {
  const { guard, hub } = services;
  app.get(
    "/boards/:boardId/log",
    {
      onRequest: guard.board(STAFF),
      schema: {
        tags: ["leading"],
        summary: "Who did what, the newest first, but with their own cards; no text of any card",
        params: boardParamsSchema,
        querystring: logQuerySchema,
        response: { 200: logSchema, 400: problemSchema, 403: problemSchema },
      },
    },
    async ({ params: { boardId }, query }, reply): Promise<ReadableLog> => {
      const room = await hub.room(boardId);
      const before = Number(query.before ?? Number.MAX_SAFE_INTEGER);
      const acts = await actsOf(room, { before, count: Number(query.count ?? COUNT) });
      const undoable = await room.undoable(acts.map(({ id }) => id));
      reply.header("cache-control", "private, no-store");
      return { acts: acts.map((act) => viewOf(act, undoable.has(act.id))) };
    },
  );
};

/** With all of the moment that the last one is of: `before` the next page leaves out whatever has that time. */
async function actsOf(
  room: Pick<RoomApi, "acts">,
  { before, count }: { before: number; count: number },
): Promise<Act[]> {
  const acts = await room.acts({ before, count });
  const last = acts.at(-1);
  if (last === undefined || acts.length < count) return acts;
  const sinceLast = await room.acts({ before: last.at + 1, count: MOMENT_MAX });
  const ofMoment = sinceLast.filter(({ at }) => at === last.at);
  return [...acts.filter(({ at }) => at > last.at), ...ofMoment];
}

function viewOf({ about, ...act }: Act, isUndoable: boolean): ReadableLog["acts"][number] {
  return { ...act, ...(about !== null && { about }), isUndoable };
}
