import Type, { type Static } from "typebox";

import { idSchema } from "./id-schema.ts";
import { MEMBERS_MAX } from "./limits.ts";
import { leverIdOrTraySchema, orderSchema } from "./place-schema.ts";

/** Longest heading of a cluster, in UTF-16 units. */
export const HEADING_MAX_LENGTH = 120;

export const headingSchema = Type.String({ maxLength: HEADING_MAX_LENGTH });
export const membersSchema = Type.Array(idSchema, { minItems: 1, maxItems: MEMBERS_MAX });

/** Cards that say the same, under a heading. */
export const clusterSchema = Type.Object(
  {
    title: headingSchema,
    /** Its cards lie here; `null`: in the tray. A member that lies elsewhere, or is gone, is not shown in it. */
    lever: leverIdOrTraySchema,
    /** Place among the clusters of its lever. */
    order: orderSchema,
    members: membersSchema,
    /** Its cards are doubles: shown as one, with everybody who wrote it. */
    isMerged: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Cluster = Static<typeof clusterSchema>;
