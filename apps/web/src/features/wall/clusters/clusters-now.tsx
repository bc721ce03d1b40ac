import type { ClusterView } from "@hefboom/board";
import { useId } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import css from "../card/newest-cards.module.css";

export interface SizedCluster {
  readonly cluster: ClusterView;
  /** Cards that stand in it. */
  readonly size: number;
}

/** What people put together, while they do: the headings, and how many cards stand under each. */
export function ClustersNow({ clusters }: { clusters: readonly SizedCluster[] }) {
  const t = useText();
  const id = useId();
  return (
    <section aria-labelledby={id} className={css.newest}>
      <h2 className={css.heading} id={id}>
        {t("cluster.groups")}
      </h2>
      <ol className={css.list}>
        {clusters.map((sized) => (
          <ClusterLine key={sized.cluster.id} sized={sized} />
        ))}
      </ol>
    </section>
  );
}

function ClusterLine({ sized: { cluster, size } }: { sized: SizedCluster }) {
  const t = useText();
  const tint = useLeverTint(cluster.lever);
  const number = useBoard(({ levers }) => levers.find(({ id }) => id === cluster.lever)?.number);
  return (
    <li className={css.card} style={tint}>
      {number !== undefined && (
        <>
          <span className="visually-hidden">{t("wall.onLever", { number })}</span>
          <span aria-hidden="true">
            <LeverBadge number={number} />
          </span>
        </>
      )}
      <p className={css.title}>{cluster.title}</p>
      <p className={css.size}>{t("wall.leverCount", { count: size })}</p>
    </li>
  );
}
