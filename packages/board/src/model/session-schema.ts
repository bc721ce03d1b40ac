import Type, { type Static } from "typebox";

import { ballotSchema } from "../plan/phase-schema.ts";
import { idSchema, slugSchema } from "./id-schema.ts";

const closed = { additionalProperties: false };
const seq = Type.Integer({ minimum: 0 });

export const phaseStateSchema = Type.Object(
  {
    id: Type.String(),
    seq,
    index: Type.Integer(),
    startedAt: Type.Number(),
    /** The phase that ended when this one began. */
    before: Type.Optional(Type.String()),
  },
  closed,
);
/** Where the session stands; `seq` grows with each change, `startedAt` is server time in ms. */
export type PhaseState = Static<typeof phaseStateSchema>;

export const timerStateSchema = Type.Union([
  Type.Object({ endsAt: Type.Number(), seq }, closed),
  Type.Object({ pausedLeftMs: Type.Number(), seq }, closed),
]);
/** `endsAt` is server time in ms; `seq` grows with each change. */
export type TimerState = Static<typeof timerStateSchema>;

export const ballotStateSchema = Type.Object(
  {
    ...ballotSchema.properties,
    id: idSchema,
    /** The phase that opened it. */
    phase: slugSchema,
    state: Type.Union([Type.Literal("open"), Type.Literal("closed"), Type.Literal("revealed")]),
  },
  closed,
);
/** A vote that was opened; `null` before the first. Who voted for what is in a table, never here. */
export type BallotState = Static<typeof ballotStateSchema>;
