import { cleanName as cleaned, isStorable, NAME_MAX_LENGTH } from "@hefboom/board";

import { AccessError } from "../access/access-error.ts";

/** A name as it is stored; `undefined` for none. @throws {AccessError} INVALID_NAME */
export function cleanName(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const name = cleaned(typed);
  if (name !== undefined) return name === "" ? undefined : name;
  const why = isStorable(typed)
    ? `a name has at most ${NAME_MAX_LENGTH} characters`
    : "the name cannot be stored";
  throw new AccessError("INVALID_NAME", why);
}
