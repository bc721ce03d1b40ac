import { isStorable } from "@hefboom/board";

import { Refusal } from "../gate-verdict.ts";
import type { NewItem } from "../reading/new-struct.ts";

/**
 * Characters that an item adds to its text; none when it was deleted before it came here.
 * @throws {Refusal} for any content but characters, and for characters that cannot be stored
 */
export function plainCharacters({ content }: NewItem): number {
  if (content.kind === "deleted") return 0;
  if (content.kind === "other") throw new Refusal("not-allowed", "is no plain text");
  if (!isStorable(content.text)) throw new Refusal("invalid", "holds characters that are no text");
  return content.text.length;
}
