import { idSchema } from "@hefboom/board";
import Type, { type Static } from "typebox";

/** `DELETE participants`, `DELETE cards` and `POST clear`: the work goes on after the answer. */
export const startedJobSchema = Type.Object({ job: Type.String() });
export type StartedJob = Static<typeof startedJobSchema>;

export const jobParamsSchema = Type.Object({
  job: Type.String({ pattern: "^[A-Za-z0-9_-]{20,100}$" }),
});

/** "done": no byte of it is left where this program stores. */
export const jobStateSchema = Type.Object({
  state: Type.Union([Type.Literal("running"), Type.Literal("done"), Type.Literal("failed")]),
});

export const participantParamsSchema = Type.Object({ boardId: idSchema, participantId: idSchema });
export const cardParamsSchema = Type.Object({ boardId: idSchema, cardId: idSchema });
