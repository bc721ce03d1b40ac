import { useText } from "../../../texts/use-text.ts";
import type { SizedCluster } from "../clusters/largest-clusters.ts";
import css from "./wall-list.module.css";
import { WallLine, WallList } from "./wall-list.tsx";

/** What people put together, while they do: the headings, and how many cards stand under each. */
export function ClustersNow({ clusters }: { clusters: readonly SizedCluster[] }) {
  const t = useText();
  return (
    <WallList title={t("cluster.groups")}>
      {clusters.map(({ cluster, size }) => (
        <WallLine key={cluster.id} lever={cluster.lever}>
          <p className={css.title}>{cluster.title}</p>
          <p className={css.size}>{t("wall.leverCount", { count: size })}</p>
        </WallLine>
      ))}
    </WallList>
  );
}
