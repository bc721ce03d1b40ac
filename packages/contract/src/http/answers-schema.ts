import { idSchema } from "@hefboom/board";
import Type from "typebox";

/** `POST commands`: one answer a command, in their order, after the commit. */
export const answersSchema = Type.Array(
  Type.Object({
    id: idSchema,
    saved: Type.Optional(Type.Literal(true)),
    refused: Type.Optional(Type.String()),
  }),
);
