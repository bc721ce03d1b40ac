import * as Y from "yjs";

import { Refusal } from "./gate-verdict.ts";
import type { NewStructs } from "./landing/new-structs.ts";
import { targetOfType } from "./landing/text-target.ts";

interface Range {
  clock: number;
  len: number;
}
export type DeleteRanges = ReadonlyMap<number, readonly Range[]>;

/**
 * Yjs writes each deletion once, in ranges apart from one another. Ranges that overlap would be counted, and walked
 * through, as often as they come.
 * @throws {Refusal} when two ranges of one client overlap
 */
export function rangesApart(ranges: DeleteRanges): DeleteRanges {
  for (const own of ranges.values()) {
    let end = 0;
    for (const { clock, len } of own.toSorted((a, b) => a.clock - b.clock)) {
      if (clock < end) throw new Refusal("invalid", "deletes the same twice");
      end = clock + len;
    }
  }
  return ranges;
}

/**
 * Characters that a delete set takes from texts that are live now, by card. What is deleted already counts for nothing,
 * so a reconnecting client may send all deletions it ever knew.
 * @throws {Refusal} when a range reaches past what is known, or takes anything but characters of a card's text
 */
export function liveDeletions(
  doc: Y.Doc,
  ranges: DeleteRanges,
  fresh: NewStructs,
): Map<string, number> {
  const taken = new Map<string, number>();
  for (const [clientId, own] of ranges) {
    const stored = doc.store.clients.get(clientId) ?? [];
    const storedState = Y.getState(doc.store, clientId);
    for (const { clock, len } of own) {
      const end = clock + len;
      if (end > fresh.stateOf(clientId))
        throw new Refusal("invalid", "deletes what does not exist");
      if (clock >= storedState) continue;
      for (let index = Y.findIndexSS(stored, clock); index < stored.length; index += 1) {
        const struct = stored[index];
        if (struct === undefined || struct.id.clock >= end) break;
        if (!(struct instanceof Y.Item) || struct.deleted) continue;
        const cardId = cardOf(doc, struct);
        const from = Math.max(clock, struct.id.clock);
        const to = Math.min(end, struct.id.clock + struct.length);
        taken.set(cardId, (taken.get(cardId) ?? 0) + to - from);
      }
    }
  }
  return taken;
}

function cardOf(doc: Y.Doc, item: Y.Item): string {
  if (item.parentSub !== null) throw new Refusal("not-allowed", "deletes a key of a map");
  // A stored item's parent is a type; only undecoded ones have an id or a root's name.
  const target = targetOfType(doc, item.parent as Y.AbstractType<unknown>);
  if (target.kind === "gone") throw new Refusal("not-allowed", "deletes outside the texts");
  return target.cardId;
}

/** New characters per card that the same update does not delete again. */
export function liveInsertions(ranges: DeleteRanges, fresh: NewStructs): Map<string, number> {
  const added = new Map<string, number>();
  for (const { target, characters, clientId, clock, length } of fresh.landed) {
    if (target.kind === "gone") continue;
    let live = characters;
    for (const range of characters > 0 ? (ranges.get(clientId) ?? []) : []) {
      const from = Math.max(clock, range.clock);
      const to = Math.min(clock + length, range.clock + range.len);
      if (to > from) live -= to - from;
    }
    added.set(target.cardId, (added.get(target.cardId) ?? 0) + Math.max(0, live));
  }
  return added;
}
