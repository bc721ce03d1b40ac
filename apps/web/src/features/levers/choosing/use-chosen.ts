import { useState } from "react";

/** Cards that are being chosen to put together. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Chooses these cards, or no longer: doubles go together. */
  readonly toggle: (cardIds: readonly string[]) => void;
}

/** `chosen` is `undefined` while nobody chooses. */
export function useChosen() {
  const [ids, setIds] = useState<ReadonlySet<string>>();
  const toggle = (cardIds: readonly string[]) => setIds((before) => toggled(before, cardIds));
  const chosen: Chosen | undefined = ids && { ids, toggle };
  return { chosen, start: () => setIds(new Set()), stop: () => setIds(undefined) };
}

function toggled(before: ReadonlySet<string> = new Set(), cardIds: readonly string[]) {
  const next = new Set(before);
  const isOff = cardIds.every((id) => next.has(id));
  for (const id of cardIds) {
    if (isOff) next.delete(id);
    else next.add(id);
  }
  return next;
}
