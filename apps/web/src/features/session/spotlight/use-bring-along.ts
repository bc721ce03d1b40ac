import { useEffect } from "react";

import { useMe } from "../../../board/use-board.ts";
import { setFollow } from "../../../parts/session/spotlight/follow-store.ts";

export interface Pointing {
  /** Which time it is that the facilitator points. */
  seq: number;
  /** It was pointed at before this page came in. */
  isOld: boolean;
}

/**
 * Goes along when the facilitator points at something else. Never for who is writing or enters cards for others, and not
 * for who has just come in: they are offered it.
 */
export function useBringAlong({ seq, isOld }: Pointing): void {
  const { role } = useMe();
  useEffect(() => {
    const mayMove = !isOld && role !== "scribe" && !isBusy();
    setFollow({ seq, state: mayMove ? "following" : "offered" });
  }, [seq, isOld, role]);
  useEffect(() => () => setFollow({ seq: undefined, state: "none" }), []);
}

/** Open, being chosen for, or on its way under a finger: what must not be taken from anybody. */
const IN_HAND = "dialog[open], [data-busy], [data-dragged]";

/** Something has the person's attention, or they type. */
function isBusy(): boolean {
  const { activeElement } = document;
  const isTyping = activeElement?.matches("input, textarea, select, [contenteditable]") === true;
  return isTyping || document.querySelector(IN_HAND) !== null;
}
