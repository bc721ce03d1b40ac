import * as Y from "yjs";

/** Entries that go into one part. */
const ENTRIES_MAX = 128;
/** Merging compares the updates with one another for each struct, so many at once cost more than a few at a time. */
const MERGE_AT_ONCE = 16;

/** A log's tail as updates v2, to be applied in this order after the snapshot's parts. */
export function tailParts(updates: readonly Uint8Array[]): Uint8Array[] {
  return inGroups(updates, ENTRIES_MAX).map((some) => Y.convertUpdateFormatV1ToV2(merge(some)));
}

function merge(updates: readonly Uint8Array[]): Uint8Array {
  const groups = inGroups(updates, MERGE_AT_ONCE).map((group) => Y.mergeUpdates([...group]));
  return Y.mergeUpdates(groups);
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    groups.push(items.slice(start, start + size));
  }
  return groups;
}
