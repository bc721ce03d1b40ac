import * as Y from "yjs";
import type { NewStructs } from "./landing/new-structs.ts";
import type { DeleteRanges } from "./read-update.ts";
import type { TextChanges } from "./text-changes.ts";
/**
 * Notes the characters that the ranges of an update take from texts. What is deleted already counts for nothing, so a
 * reconnecting client may send all deletions it ever knew.
 * @throws {Refusal} when a range reaches past what is known, or takes anything but characters of a card's text
 * @throws {TooBigError} when they take more live pieces than one update may
 */
export declare function noteDeletions(
  doc: Y.Doc,
  deletions: DeleteRanges,
  {
    fresh,
    changes,
  }: {
    fresh: NewStructs;
    changes: TextChanges;
  },
): void;
