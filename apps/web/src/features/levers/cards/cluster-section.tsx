import { useId, useState } from "react";

import { useBoard, useMe } from "../../../board/use-board.ts";
import { canCluster } from "../../../parts/card/rights.ts";
import type { ClusterBlock } from "../../../parts/cluster/arrange.ts";
import { useScreen } from "../../../parts/screen/screen-store.ts";
import { useIsSpotlit } from "../../../parts/session/spotlight/use-is-spotlit.ts";
import { VotesOf } from "../../../parts/vote/votes-of.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { ClusterDialog } from "../choosing/cluster-dialog.tsx";
import type { Chosen } from "../choosing/use-chosen.ts";
import { CardItem } from "./card-item.tsx";
import css from "./cluster-section.module.css";

interface ClusterSectionProps {
  block: ClusterBlock;
  lever: string | null;
  chosen: Chosen | undefined;
}

/** Cards under their heading, which folds them away. */
export function ClusterSection({ block, lever, chosen }: ClusterSectionProps) {
  const text = useText();
  const listId = useId();
  const { cluster, members } = block;
  const title = cluster.title || text("cluster.untitled");
  const isSpotlit = useIsSpotlit("cluster", cluster.id);
  const [isOpen, setOpen] = useOpen(members);
  return (
    <section className={css.cluster} data-spotlit={isSpotlit || undefined}>
      <div className={css.head}>
        <h3 className={css.title}>
          <button
            aria-controls={listId}
            aria-expanded={isOpen}
            className={css.fold}
            onClick={() => setOpen(!isOpen)}
            type="button"
          >
            <Icon name={isOpen ? "down" : "forward"} />
            <span className={css.words}>{title}</span>
            <span className={css.count}>{text("lever.count", { count: members.length })}</span>
          </button>
        </h3>
        {isSpotlit && <Icon label={text("spotlight.here")} name="point" />}
        <EditCluster block={block} title={title} />
      </div>
      <VotesOf name={title} on="cluster" targets={[cluster.id]} />
      <ul className={css.cards} hidden={!isOpen} id={listId}>
        {isOpen &&
          members.map((cardId) => (
            <CardItem cardId={cardId} chosen={chosen} key={cardId} lever={lever} />
          ))}
      </ul>
    </section>
  );
}

/** Open at first, and when one of its cards is to be shown. */
function useOpen(members: readonly string[]) {
  const [isOpen, setOpen] = useState(true);
  const mustShow = useScreen(
    ({ cardToShow }) => cardToShow !== undefined && members.includes(cardToShow),
  );
  return [isOpen || mustShow, setOpen] as const;
}

function EditCluster({ block, title }: { block: ClusterBlock; title: string }) {
  const text = useText();
  const { role } = useMe();
  const { cluster } = block;
  const mayCluster = useBoard(({ meta }) => canCluster(meta, role, cluster.lever));
  const [isOpen, setOpen] = useState(false);
  if (!mayCluster) return null;
  return (
    <>
      <button
        aria-label={text("cluster.edit", { title })}
        className={css.edit}
        onClick={() => setOpen(true)}
        type="button"
      >
        <Icon name="edit" />
      </button>
      {isOpen && <ClusterDialog cluster={cluster} onClose={() => setOpen(false)} />}
    </>
  );
}
