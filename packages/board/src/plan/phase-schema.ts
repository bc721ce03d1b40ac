import Type, { type Static } from "typebox";

import { slugSchema } from "../model/id-schema.ts";
import { DOTS_MAX, MINUTES_MAX, PHASES_MAX } from "../model/limits.ts";
import { localisedTextSchema } from "../words/localised-text-schema.ts";

const closed = { additionalProperties: false };

/** What a phase lets participants do. */
const phaseRightsSchema = Type.Object(
  {
    add: Type.Boolean(),
    editOwn: Type.Boolean(),
    editAll: Type.Boolean(),
    moveOwn: Type.Boolean(),
    moveAll: Type.Boolean(),
    cluster: Type.Boolean(),
    vote: Type.Boolean(),
  },
  closed,
);
export type PhaseRights = Static<typeof phaseRightsSchema>;

/** What people vote on in a phase, and with how many dots each. */
export const ballotSchema = Type.Object(
  {
    on: Type.Union([Type.Literal("card"), Type.Literal("cluster"), Type.Literal("lever")]),
    dots: Type.Integer({ minimum: 1, maximum: DOTS_MAX }),
    /** Nobody sees a total before the facilitator reveals it. */
    isSecret: Type.Boolean(),
  },
  closed,
);
export type Ballot = Static<typeof ballotSchema>;

/** A step of the session. */
const phaseSchema = Type.Object(
  {
    id: slugSchema,
    title: localisedTextSchema,
    instruction: localisedTextSchema,
    /** How long it is meant to last; the timer starts with it. */
    minutes: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: MINUTES_MAX })),
    rights: phaseRightsSchema,
    /** New cards are drafts, which their author alone sees until they are revealed. */
    hasDrafts: Type.Boolean(),
    /** Coming into this phase reveals all drafts. */
    reveals: Type.Boolean(),
    ballot: Type.Optional(ballotSchema),
  },
  closed,
);
export type Phase = Static<typeof phaseSchema>;

/** The steps of a session in their order; ids differ. */
export const planSchema = Type.Array(phaseSchema, { minItems: 1, maxItems: PHASES_MAX });
export type Plan = Static<typeof planSchema>;
