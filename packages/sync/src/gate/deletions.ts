import * as Y from "yjs";

import { Refusal } from "./gate-verdict.ts";
import type { NewStructs } from "./landing/new-structs.ts";
import { targetOfType } from "./landing/text-target.ts";
import type { DeleteRanges, Range } from "./reading/read-update.ts";
import type { TextChanges } from "./text-changes.ts";

/**
 * Notes the characters that the ranges of an update take from texts. What is deleted already counts for nothing, so a
 * reconnecting client may send all deletions it ever knew.
 * @throws {Refusal} when a range reaches past what is known, or takes anything but characters of a card's text
 * @throws {TooBigError} when they are more work than one update may be
 */
export function noteDeletions(
  doc: Y.Doc,
  deletions: DeleteRanges,
  { fresh, changes }: { fresh: NewStructs; changes: TextChanges },
): void {
  for (const [clientId, unordered] of deletions) {
    const ranges = rangesApart(unordered);
    const last = ranges.at(-1);
    if (last !== undefined && last.clock + last.len > fresh.stateOf(clientId)) {
      throw new Refusal("invalid", "deletes what does not exist");
    }
    noteStored(doc, clientId, { ranges, fresh, changes });
    noteNew(fresh, clientId, { ranges, changes });
  }
}

/**
 * The ranges of one client by clock. Yjs writes each deletion once, in ranges apart from one another and with a length;
 * overlapping ones would be counted as often as they come, and one without length trips Yjs when it is past the end.
 */
function rangesApart(ranges: readonly Range[]): readonly Range[] {
  const ordered = ranges.toSorted((a, b) => a.clock - b.clock);
  let end = 0;
  for (const { clock, len } of ordered) {
    if (len < 1 || clock < end) throw new Refusal("invalid", "deletes nothing, or the same twice");
    end = clock + len;
  }
  return ordered;
}

function noteStored(
  doc: Y.Doc,
  clientId: number,
  { ranges, fresh, changes }: { ranges: readonly Range[]; fresh: NewStructs; changes: TextChanges },
): void {
  const stored = doc.store.clients.get(clientId) ?? [];
  const state = Y.getState(doc.store, clientId);
  for (const { clock, len } of ranges) {
    if (clock >= state) return;
    const end = clock + len;
    for (let index = Y.findIndexSS(stored, clock); index < stored.length; index += 1) {
      const struct = stored[index];
      if (struct === undefined || struct.id.clock >= end) break;
      if (!(struct instanceof Y.Item) || struct.deleted) continue;
      const structEnd = struct.id.clock + struct.length;
      const [from, to] = [Math.max(clock, struct.id.clock), Math.min(end, structEnd)];
      if (from > struct.id.clock) fresh.cuts.before(clientId, from);
      if (to < structEnd) fresh.cuts.before(clientId, to);
      changes.take(cardOf(doc, struct), to - from);
    }
  }
}

function cardOf(doc: Y.Doc, item: Y.Item): string {
  if (item.parentSub !== null) throw new Refusal("not-allowed", "deletes a key of a map");
  // A stored item's parent is a type; only undecoded ones have an id or a root's name.
  const target = targetOfType(doc, item.parent as Y.AbstractType<unknown>);
  if (target.kind === "gone") throw new Refusal("not-allowed", "deletes outside the texts");
  return target.cardId;
}

/** Deletions of characters that the same update brings: both lists are ordered by clock and walked once. */
function noteNew(
  fresh: NewStructs,
  clientId: number,
  { ranges, changes }: { ranges: readonly Range[]; changes: TextChanges },
): void {
  let at = 0;
  for (const { clock, length, target, characters } of fresh.landedOf(clientId)) {
    if (target.kind === "gone" || characters === 0) continue;
    for (; at < ranges.length; at += 1) {
      const range = ranges[at];
      if (range === undefined || range.clock >= clock + length) break;
      const end = range.clock + range.len;
      const taken = Math.min(end, clock + length) - Math.max(range.clock, clock);
      if (taken > 0) changes.grow(target.cardId, -taken);
      if (end > clock + length) break; // it goes on into the next struct
    }
  }
}
