import type { BoardLayout } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import { grow } from "../../../canvas/box.ts";
import type { Block, ClusterBlock } from "../../../parts/cluster/arrange.ts";
import { useText } from "../../../texts/use-text.ts";
import { boxStyle } from "./box-style.ts";
import css from "./canvas-clusters.module.css";

/** Half the gap between cards: the grounds of neighbours meet, and make one shape of a cluster. */
const BORDER = 6;

interface CanvasClustersProps {
  blocks: readonly Block[];
  layout: BoardLayout;
  visible: ReadonlySet<string> | undefined;
}

/** The ground that a cluster's cards share, and its heading on the first of them. Whoever hears the board hears it per card. */
export function CanvasClusters({ blocks, layout, visible }: CanvasClustersProps) {
  const clusters = blocks.filter((block): block is ClusterBlock => block.kind === "cluster");
  return clusters.map((block, index) => (
    <Ground
      block={block}
      isOdd={index % 2 === 1}
      key={block.cluster.id}
      layout={layout}
      visible={visible}
    />
  ));
}

interface GroundProps extends Omit<CanvasClustersProps, "blocks"> {
  block: ClusterBlock;
  /** Neighbours have different grounds. */
  isOdd: boolean;
}

function Ground({ block, isOdd, layout, visible }: GroundProps) {
  const text = useText();
  const { cluster, members } = block;
  const isSpotlit = useBoard(({ meta: { spotlight } }) => spotlight?.id === cluster.id);
  const isMerged = cluster.isMerged === true;
  const drawn = (isMerged ? members.slice(0, 1) : members).filter(
    (id) => visible === undefined || visible.has(id),
  );
  const [first, second] = members.map((id) => layout.cards.get(id));
  // Over both cards where they stand side by side.
  const isWide = !isMerged && first && second && second.y === first.y && second.x > first.x;
  return (
    <div aria-hidden="true">
      {drawn.map((id) => {
        const box = layout.cards.get(id);
        if (box === undefined) return null;
        return (
          <div
            className={css.ground}
            data-odd={isOdd || undefined}
            data-spotlit={isSpotlit || undefined}
            key={id}
            style={boxStyle(grow(box, BORDER))}
          />
        );
      })}
      {first && drawn.length > 0 && (
        <p
          className={css.heading}
          data-wide={isWide || undefined}
          style={{ transform: `translate(${first.x}px, ${first.y}px)` }}
        >
          <span>
            {isMerged && members.length > 1 && `${members.length}× `}
            {cluster.title || text("cluster.untitled")}
          </span>
        </p>
      )}
    </div>
  );
}
