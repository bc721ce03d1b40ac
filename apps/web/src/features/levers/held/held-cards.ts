export interface HeldCards {
  /** Ids in the order in which they stand on the screen; some may be gone by now. */
  readonly shown: readonly string[];
  /** Ids that others have added since; they wait for a tap. */
  readonly waiting: readonly string[];
}

/**
 * Keeps a list still under a finger. What stands on the screen keeps its place, even when somebody else has moved or
 * deleted it (it is then `gone` until the next tap); what others add waits. What this person did shows at once, and so
 * does everything where nothing stands yet: there is nothing to move.
 */
export function holdCards(
  shown: readonly string[],
  actual: readonly string[],
  isByMe: (cardId: string) => boolean,
): HeldCards {
  if (shown.length === 0) return { shown: actual.length === 0 ? shown : actual, waiting: [] };
  const actualIds = new Set(actual);
  const kept = shown.filter((id) => (actualIds.has(id) ? !isMoved(id) : !isByMe(id)));
  const result = [...kept];
  const waiting: string[] = [];
  const standing = new Set(kept);
  for (const [index, id] of actual.entries()) {
    if (standing.has(id)) continue;
    if (!isByMe(id)) {
      waiting.push(id);
      continue;
    }
    result.splice(placeFor(result, actual, index), 0, id);
    standing.add(id);
  }
  return { shown: isSame(result, shown) ? shown : result, waiting };

  /** A card that this person moved within the lever takes its new place at once. */
  function isMoved(id: string): boolean {
    if (!isByMe(id)) return false;
    const before = neighbourBefore(
      shown.filter((each) => actualIds.has(each)),
      id,
    );
    const inShown = new Set(shown);
    return (
      before !==
      neighbourBefore(
        actual.filter((each) => inShown.has(each)),
        id,
      )
    );
  }
}

function neighbourBefore(ids: readonly string[], id: string): string | undefined {
  return ids[ids.indexOf(id) - 1];
}

/** Index in `result` right after the nearest card that stands before `actual[index]` and is on the screen. */
function placeFor(result: readonly string[], actual: readonly string[], index: number): number {
  for (let before = index - 1; before >= 0; before -= 1) {
    const found = result.indexOf(actual[before] ?? "");
    if (found >= 0) return found + 1;
  }
  return 0;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
