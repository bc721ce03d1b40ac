import { idSchema } from "@hefboom/board";
import Type, { type Static } from "typebox";

const passageSchema = Type.Object({ id: idSchema, text: Type.String() });
const sectionSchema = Type.Object({
  id: idSchema,
  title: Type.String(),
  passages: Type.Array(passageSchema),
});
/** `GET essay`. */
export const essayViewSchema = Type.Object({ sections: Type.Array(sectionSchema) });
export type EssayView = Static<typeof essayViewSchema>;

/** `PUT essay`: what was found in the file. */
export const essayFoundSchema = Type.Object({
  sections: Type.Array(
    Type.Object({ id: idSchema, title: Type.String(), passages: Type.Integer() }),
  ),
  passages: Type.Array(passageSchema),
  quotes: Type.Array(
    Type.Object({
      id: idSchema,
      text: Type.String(),
      speaker: Type.Optional(Type.String()),
      nearPassageId: Type.Optional(idSchema),
    }),
  ),
  levers: Type.Array(
    Type.Object({
      number: Type.Integer(),
      title: Type.String(),
      hint: Type.Optional(Type.String()),
      group: Type.Optional(Type.String()),
    }),
  ),
  footnotes: Type.Array(Type.Object({ id: idSchema, number: Type.Integer(), text: Type.String() })),
});
export type EssayFound = Static<typeof essayFoundSchema>;
