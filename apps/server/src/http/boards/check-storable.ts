import { isStorable } from "@hefboom/board";

import { HttpError } from "../errors/http-error.ts";

/** Half a surrogate pair or a NUL survives neither the database nor the document. */
export function checkStorable(value: unknown): void {
  if (typeof value === "string" && !isStorable(value)) {
    throw new HttpError(400, "INVALID_INPUT", "the body has text that cannot be stored");
  }
  if (typeof value === "object" && value !== null) Object.values(value).forEach(checkStorable);
}
