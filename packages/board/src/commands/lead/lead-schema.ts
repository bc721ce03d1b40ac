import Type, { type Static } from "typebox";

import { idSchema, slugSchema } from "../../model/id-schema.ts";
import { MINUTES_MAX, NAME_MAX_LENGTH } from "../../model/limits.ts";
import { leverIdOrTraySchema } from "../../model/place-schema.ts";
import { ballotSchema, planSchema } from "../../plan/phase-schema.ts";

const closed = { additionalProperties: false };
const minutes = Type.Number({ exclusiveMinimum: 0, maximum: MINUTES_MAX });

/** Goes to the phase `to`; `seq` is the one of the phase that the sender saw, so that two who press "next" go on once. */
const phaseCommandSchema = Type.Object(
  { op: Type.Literal("phase"), id: idSchema, to: slugSchema, seq: Type.Integer({ minimum: 0 }) },
  closed,
);
/** Another plan; the phase the session is in must be in it. */
const planCommandSchema = Type.Object(
  { op: Type.Literal("plan"), id: idSchema, plan: planSchema },
  closed,
);
const timerCommandSchema = Type.Object(
  {
    op: Type.Literal("timer"),
    id: idSchema,
    change: Type.Union([
      Type.Object({ kind: Type.Literal("start"), minutes }, closed),
      Type.Object({ kind: Type.Literal("add"), minutes }, closed),
      Type.Object(
        { kind: Type.Union([Type.Literal("pause"), Type.Literal("resume"), Type.Literal("stop")]) },
        closed,
      ),
    ]),
  },
  closed,
);
/** `lever` null: the whole board. */
const lockSchema = Type.Object(
  {
    op: Type.Literal("lock"),
    id: idSchema,
    lever: leverIdOrTraySchema,
    isLocked: Type.Boolean(),
  },
  closed,
);
const cardOrClusterTarget = Type.Object(
  { kind: Type.Union([Type.Literal("card"), Type.Literal("cluster")]), id: idSchema },
  closed,
);
const leverTarget = Type.Object({ kind: Type.Literal("lever"), id: slugSchema }, closed);
const spotlightSchema = Type.Object(
  {
    op: Type.Literal("spotlight"),
    id: idSchema,
    /** `null`: nothing any more. */
    target: Type.Union([leverTarget, cardOrClusterTarget, Type.Null()]),
  },
  closed,
);
/** Sets the switches that are named; the others stay. */
const settingsSchema = Type.Object(
  {
    op: Type.Literal("settings"),
    id: idSchema,
    settings: Type.Object(
      {
        isModerated: Type.Optional(Type.Boolean()),
        isJoiningClosed: Type.Optional(Type.Boolean()),
        isClosed: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
  },
  closed,
);
/** Shows drafts: all, or those on one lever (`null`: the tray), or those of one person. Cannot be taken back. */
const revealSchema = Type.Object(
  {
    op: Type.Literal("reveal"),
    id: idSchema,
    lever: Type.Optional(leverIdOrTraySchema),
    personId: Type.Optional(idSchema),
  },
  closed,
);
const stopSchema = Type.Object(
  { op: Type.Literal("stop"), id: idSchema, personId: idSchema },
  closed,
);
const readmitSchema = Type.Object(
  { op: Type.Literal("readmit"), id: idSchema, personId: idSchema },
  closed,
);
/** Another name for a participant; `null`: none. Cannot be taken back: the old one is gone. */
const renameSchema = Type.Object(
  {
    op: Type.Literal("rename"),
    id: idSchema,
    personId: idSchema,
    name: Type.Union([Type.String({ maxLength: NAME_MAX_LENGTH }), Type.Null()]),
  },
  closed,
);
/** Opens a vote, closes it, or shows its outcome; the last cannot be taken back. */
const ballotCommandSchema = Type.Object(
  {
    op: Type.Literal("ballot"),
    id: idSchema,
    change: Type.Union([Type.Literal("open"), Type.Literal("close"), Type.Literal("reveal")]),
    /** With `open`: instead of what the phase says. */
    ballot: Type.Optional(ballotSchema),
  },
  closed,
);

export const leadCommandSchemas = [
  phaseCommandSchema,
  planCommandSchema,
  timerCommandSchema,
  lockSchema,
  spotlightSchema,
  settingsSchema,
  revealSchema,
  stopSchema,
  readmitSchema,
  renameSchema,
  ballotCommandSchema,
] as const;

export type PhaseCommand = Static<typeof phaseCommandSchema>;
export type TimerCommand = Static<typeof timerCommandSchema>;
export type LockCommand = Static<typeof lockSchema>;
export type SpotlightCommand = Static<typeof spotlightSchema>;
export type RevealCommand = Static<typeof revealSchema>;
export type BallotCommand = Static<typeof ballotCommandSchema>;
/** What only those do who manage the board. */
export type LeadCommand = Static<(typeof leadCommandSchemas)[number]>;
