import type { Block } from "../../../parts/cluster/arrange.ts";
import { lazyPart } from "../../../parts/session/lazy-part.tsx";
import type { Chosen } from "../choosing/use-chosen.ts";
import { CardItem } from "./card-item.tsx";
import css from "./lever-cards.module.css";
import { segmentsOf } from "./segments.ts";

// Until somebody puts cards together no phone needs it.
const ClusterSection = lazyPart(() =>
  import("./cluster-section.tsx").then((m) => m.ClusterSection),
);

interface BlocksProps {
  blocks: readonly Block[];
  lever: string | null;
  /** Cards are being chosen: pressing one chooses it. */
  chosen: Chosen | undefined;
}

/** A lever's cards: what was put together under its heading, then what stands alone. */
export function Blocks({ blocks, lever, chosen }: BlocksProps) {
  return segmentsOf(blocks).map((segment, index) =>
    segment.kind === "cluster" ? (
      <ClusterSection
        block={segment.block}
        chosen={chosen}
        key={segment.block.cluster.id}
        lever={lever}
      />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name, and their cards have
      <ul className={css.cards} key={index}>
        {segment.items.map(({ cardId, doubles }) => (
          <CardItem
            cardId={cardId}
            chosen={chosen}
            doubles={doubles}
            key={doubles?.cluster.id ?? cardId}
            lever={lever}
          />
        ))}
      </ul>
    ),
  );
}
