import type { BoardLayout } from "@hefboom/board";

import { type Block, drawnCards } from "../../../parts/cluster/arrange.ts";
import { useBlocks } from "../../../parts/cluster/use-blocks.ts";
import css from "./canvas-board.module.css";
import { CanvasCard } from "./canvas-card.tsx";
import { CanvasClusters } from "./canvas-clusters.tsx";

export interface CanvasCardsProps {
  lever: string | null;
  layout: BoardLayout;
  /** Cards to be drawn; `undefined`: all. */
  visible: ReadonlySet<string> | undefined;
  /** The one card that Tab stops at; arrows go on from there. */
  tabStop: string | undefined;
  onFocusCard: (cardId: string) => void;
  isFar: boolean;
}

/** A lever's cards as a real list; each knows its number in it, though those out of sight may be left out. */
export function CanvasCards(props: CanvasCardsProps) {
  const { lever, layout, visible, tabStop, onFocusCard, isFar } = props;
  const blocks = useBlocks(lever);
  const cardIds = drawnCards(blocks);
  const groups = groupsOf(blocks);
  if (cardIds.length === 0) return null;
  return (
    <>
      <CanvasClusters blocks={blocks} layout={layout} visible={visible} />
      <ul className={css.cards}>
        {cardIds.map((cardId, index) => {
          const box = layout.cards.get(cardId);
          if (box === undefined) return null;
          if (visible && !visible.has(cardId) && cardId !== tabStop) return null;
          return (
            <CanvasCard
              {...groups.get(cardId)}
              cardId={cardId}
              count={cardIds.length}
              isFar={isFar}
              isTabStop={cardId === tabStop}
              key={cardId}
              onFocus={onFocusCard}
              position={index + 1}
              x={box.x}
              y={box.y}
            />
          );
        })}
      </ul>
    </>
  );
}

/** The cluster that a drawn card stands in: all values, so that a card is drawn anew only when one is another. */
export interface CardGroup {
  clusterId: string;
  heading: string;
  /** Of merged doubles their ids, joined by spaces. */
  doubles?: string;
  /** It stands first under its heading. */
  isFirst: boolean;
  /** The heading lies over its upper edge, or may. */
  isUnderHeading: boolean;
}

function groupsOf(blocks: readonly Block[]): ReadonlyMap<string, CardGroup> {
  const groups = new Map<string, CardGroup>();
  for (const block of blocks) {
    if (block.kind === "card") continue;
    const { cluster, members } = block;
    const { id: clusterId, title: heading } = cluster;
    for (const [index, cardId] of members.entries()) {
      const group = { clusterId, heading, isFirst: index === 0, isUnderHeading: index < 2 };
      const isOne = cluster.isMerged === true;
      groups.set(cardId, isOne ? { ...group, doubles: members.join(" ") } : group);
    }
  }
  return groups;
}
