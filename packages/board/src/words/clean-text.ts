import type { FinalRefusal } from "../commands/refusal.ts";
import { TEXT_MAX_LENGTH } from "../model/limits.ts";

/** Whether `text` can be stored and shown everywhere: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** The text as it is stored (NFC), or why it is refused. A card needs something to read: blank text is `invalid`. */
export function cleanText(text: string): { text: string } | { refused: FinalRefusal } {
  if (!isStorable(text)) return { refused: "invalid" };
  const normal = text.normalize("NFC");
  if (normal.length > TEXT_MAX_LENGTH) return { refused: "too-long" };
  if (normal.trim() === "") return { refused: "invalid" };
  return { text: normal };
}
