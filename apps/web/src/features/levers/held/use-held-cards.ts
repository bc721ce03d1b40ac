import type { CardView } from "@hefboom/client";
import { useMemo, useState } from "react";

import { useBoard, useOpenBoard } from "../../../board/use-board.ts";
import { arrange, type Block, isSameArrangement } from "../../../parts/cluster/arrange.ts";
import { clustersOn } from "../../../parts/cluster/use-blocks.ts";
import { useOwnStep } from "../../../parts/cluster/use-own-step.ts";
import { useScreen } from "../../../parts/screen/screen-store.ts";
import { type HeldCards, holdCards } from "./held-cards.ts";

const NO_CARDS: readonly string[] = [];

interface HeldLever extends HeldCards {
  /** The shown cards, with those in clusters under their headings. */
  readonly blocks: readonly Block[];
  /** Others have put cards together, or apart, since; that waits for a tap too. */
  readonly isRearranged: boolean;
  readonly letIn: () => void;
}

/** The cards of a lever as this person sees them, and how to let the waiting ones in. Mount it anew for another lever. */
export function useHeldCards(lever: string | null): HeldLever {
  const { store } = useOpenBoard();
  const actual = useBoard(({ cardIdsOn }) => cardIdsOn.get(lever)) ?? NO_CARDS;
  const touched = useScreen(({ touchedHere }) => touchedHere);
  const [shown, setShown] = useState<readonly string[]>(actual);
  const [known, setKnown] = useState({ actual, touched });
  // Own drafts come after the board when the page is loaded anew; they are no news to who wrote them.
  const { cards } = store.getState();
  const isByMe = (id: string) => touched.has(id) || isOwnDraft(cards.get(id));
  const held = holdCards(shown, actual, isByMe);
  // Derived from two stores: kept while rendering, as React asks for state that follows other state.
  if (known.actual !== actual || known.touched !== touched) {
    setKnown({ actual, touched });
    if (held.shown !== shown) setShown(held.shown);
  }
  const { blocks, isRearranged, letInClusters } = useHeldBlocks(lever, held.shown);
  const letIn = () => {
    const now = store.getState().cardIdsOn.get(lever) ?? NO_CARDS;
    setShown(now);
    letInClusters();
  };
  return { ...held, blocks, isRearranged, letIn };
}

const isOwnDraft = (card: CardView | undefined) => card?.held === "draft" && card.isOwn;

/** The clusters stand still as well, until a tap or a step of one's own. */
function useHeldBlocks(lever: string | null, shown: readonly string[]) {
  const actual = useBoard(({ clusters }) => clustersOn(clusters, lever));
  const isOwnStep = useOwnStep();
  const [clusters, setClusters] = useState(actual);
  const held = useMemo(() => arrange(shown, clusters), [shown, clusters]);
  const fresh = useMemo(() => arrange(shown, actual), [shown, actual]);
  const isRearranged = clusters !== actual && !isOwnStep && !isSameArrangement(held, fresh);
  if (clusters !== actual && !isRearranged) setClusters(actual);
  return {
    blocks: isRearranged ? held : fresh,
    isRearranged,
    letInClusters: () => setClusters(actual),
  };
}
