import Type, { type Static } from "typebox";

import { labelsSchema } from "../../model/card-schema.ts";
import { clusterSchema } from "../../model/cluster-schema.ts";
import { idSchema } from "../../model/id-schema.ts";
import { leverIdOrTraySchema, placeSchema } from "../../model/place-schema.ts";
import {
  ballotStateSchema,
  phaseStateSchema,
  timerStateSchema,
} from "../../model/session-schema.ts";

const closed = { additionalProperties: false };
const seq = Type.Integer({ minimum: 0 });

const clusterOrNone = Type.Union([clusterSchema, Type.Null()]);
const timerOrNone = Type.Union([timerStateSchema, Type.Null()]);
const ballotOrNone = Type.Union([ballotStateSchema, Type.Null()]);

/**
 * How a done command is taken back; the log keeps it with the command. It holds ids, places, labels and headings, never a
 * card's text. `left` is how the command left things: undoing must not undo what somebody did after it.
 */
export const inverseSchema = Type.Union([
  Type.Object({ op: Type.Literal("delete"), cardId: idSchema }, closed),
  Type.Object({ op: Type.Literal("restore"), cardId: idSchema }, closed),
  Type.Object(
    { op: Type.Literal("place"), cardId: idSchema, place: placeSchema, left: placeSchema },
    closed,
  ),
  Type.Object(
    { op: Type.Literal("label"), cardId: idSchema, labels: labelsSchema, left: labelsSchema },
    closed,
  ),
  Type.Object({ op: Type.Literal("hide"), cardId: idSchema }, closed),
  Type.Object({ op: Type.Literal("show"), cardId: idSchema }, closed),
  Type.Object({ op: Type.Literal("stop"), personId: idSchema }, closed),
  Type.Object({ op: Type.Literal("readmit"), personId: idSchema }, closed),
  Type.Object(
    { op: Type.Literal("lock"), lever: leverIdOrTraySchema, isLocked: Type.Boolean() },
    closed,
  ),
  Type.Object(
    {
      op: Type.Literal("clusters"),
      clusters: Type.Array(
        Type.Object({ clusterId: idSchema, before: clusterOrNone, left: clusterOrNone }, closed),
      ),
    },
    closed,
  ),
  Type.Object(
    {
      op: Type.Literal("phase"),
      phase: phaseStateSchema,
      timer: timerOrNone,
      ballot: ballotOrNone,
      /** The phase's seq. */
      left: seq,
    },
    closed,
  ),
  Type.Object(
    {
      op: Type.Literal("timer"),
      timer: timerOrNone,
      /** The timer's seq; 0: there is none. */
      left: seq,
    },
    closed,
  ),
]);
export type Inverse = Static<typeof inverseSchema>;
/** One that no command stands for. */
export type PutBack = Extract<Inverse, { op: "clusters" | "phase" | "timer" }>;
