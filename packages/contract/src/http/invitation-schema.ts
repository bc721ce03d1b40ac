import Type, { type Static } from "typebox";

/**
 * `GET /api/boards/:id/invitation` (any role on the board): what wall, poster and facilitator show so that people
 * can join. `base` is what links begin with now; a loopback base opens on this machine only.
 */
export const invitationSchema = Type.Object({
  code: Type.String(),
  /** The whole link, as in the QR code. */
  join: Type.String(),
  base: Type.String(),
  isLoopback: Type.Boolean(),
});
export type Invitation = Static<typeof invitationSchema>;
