import { isStorable } from "@hefboom/board";
import * as Y from "yjs";

import { Refusal } from "../gate-verdict.ts";

/**
 * Characters that an item adds to its text; none when it was deleted before it came here.
 * @throws {Refusal} for any content but characters, and for characters that cannot be stored
 */
export function plainCharacters({ content }: Y.Item): number {
  if (content instanceof Y.ContentDeleted) return 0;
  if (!(content instanceof Y.ContentString)) throw new Refusal("not-allowed", "is no plain text");
  if (!isStorable(content.str)) throw new Refusal("invalid", "holds characters that are no text");
  return content.str.length;
}
