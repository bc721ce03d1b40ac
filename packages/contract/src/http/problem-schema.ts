import Type, { type Static } from "typebox";

/** Every error of the API: a code for programs, a sentence for people. */
export const problemSchema = Type.Object({ code: Type.String(), message: Type.String() });
export type Problem = Static<typeof problemSchema>;
