import type { CardView } from "@hefboom/client";
import { useState } from "react";

import { useBoard, useMe } from "../../../board/use-board.ts";
import { canCluster } from "../../../parts/card/rights.ts";
import { clusterOf } from "../../../parts/cluster/use-blocks.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./card-group.module.css";
import { Doubles } from "./doubles.tsx";
import { PutWith } from "./put-with.tsx";

/** The cluster that a card stands in, and how to put it with others. What is not on the board stands in none. */
export function CardGroup({ card }: { card: CardView }) {
  const text = useText();
  const { role } = useMe();
  const cluster = useBoard(({ clusters }) => clusterOf(clusters, card));
  const mayCluster = useBoard(({ meta }) => canCluster(meta, role, card.place.lever));
  const [isOpen, setOpen] = useState(false);
  if (card.held !== undefined) return null;
  return (
    <>
      {cluster && cluster.title !== "" && <p>{text("cluster.in", { title: cluster.title })}</p>}
      {cluster?.isMerged === true && <Doubles cardId={card.id} cluster={cluster} />}
      {mayCluster && (
        <details className={css.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            <Icon name="group" />
            {text("cluster.putWith")}
          </summary>
          {isOpen && <PutWith card={card} cluster={cluster} />}
        </details>
      )}
    </>
  );
}
