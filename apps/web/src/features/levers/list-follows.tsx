import { useEffect, useRef } from "react";

import { useOpenBoard } from "../../board/use-board.ts";
import { goToLever } from "../../parts/screen/lever-address.ts";
import { showCard } from "../../parts/screen/screen-store.ts";
import { setFollow, useFollow } from "../../parts/session/spotlight/follow-store.ts";
import { spotlightGoal } from "../../parts/session/spotlight/spotlight-goal.ts";
import { useSpotlightMoves } from "../../parts/session/spotlight/use-spotlight-moves.ts";

interface ListFollowsProps {
  /** The lever that is open. */
  address: string | null | undefined;
}

/** The list goes along with the spotlight; opening another lever by oneself is leaving it. Draws nothing. */
export function ListFollows({ address }: ListFollowsProps) {
  useSpotlightMoves({
    here: () => ({ hash: location.hash, y: scrollY }),
    go: ({ lever, cardId }) => {
      goToLever(lever);
      if (cardId === undefined) scrollTo(0, 0);
      else showCard(cardId);
    },
    back: ({ hash, y }) => {
      location.hash = hash;
      scrollWhenThere(y);
    },
  });
  useStraying(address);
  return null;
}

function useStraying(address: string | null | undefined): void {
  const { store } = useOpenBoard();
  const { state, seq } = useFollow();
  const hasArrived = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another spotlight is another way to go
  useEffect(() => {
    hasArrived.current = false;
  }, [state, seq]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is pointed at may move; only the person strays
  useEffect(() => {
    if (state !== "following") return;
    const view = store.getState();
    const goal = spotlightGoal(view, view.meta.spotlight);
    if (goal?.lever === address) hasArrived.current = true;
    else if (hasArrived.current) setFollow({ state: "strayed" });
  }, [address, state, seq]);
}

/** The page has its height back after the next render. */
function scrollWhenThere(y: number): void {
  requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, y)));
}
