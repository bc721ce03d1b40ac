import { type BoardLayout, layoutBoard } from "@hefboom/board";
import { useMemo, useState } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { drawnCards } from "../../../parts/cluster/arrange.ts";
import { blocksOn } from "../../../parts/cluster/use-blocks.ts";

/** Where everything lies. It stands still while a pointer is down, so that nothing shifts under it. */
export function useCanvasLayout(isHeld: boolean): BoardLayout {
  const groups = useBoard(({ meta }) => meta.groups);
  const levers = useBoard((view) => view.levers);
  const cards = useBoard((view) => view.cards);
  const cardIdsOn = useBoard((view) => view.cardIdsOn);
  const clusters = useBoard((view) => view.clusters);
  const fresh = useMemo(() => {
    const cardsOn = (lever: string | null) =>
      drawnCards(blocksOn({ cardIdsOn, clusters }, lever)).flatMap((id) => cards.get(id) ?? []);
    return layoutBoard(groups, levers, cardsOn);
  }, [groups, levers, cards, cardIdsOn, clusters]);
  const [shown, setShown] = useState(fresh);
  if (!isHeld && shown !== fresh) setShown(fresh);
  return isHeld ? shown : fresh;
}
