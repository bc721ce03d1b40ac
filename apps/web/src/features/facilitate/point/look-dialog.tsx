import type { LeverView, Spotlight } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import { useLead } from "../../../parts/lead/use-lead.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { announce } from "../../../parts/screen/screen-store.ts";
import { useText } from "../../../texts/use-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { closeLead } from "../lead-screen.ts";
import css from "./point.module.css";
import { StopPointing } from "./stop-pointing.tsx";

type Target = Pick<Spotlight, "kind" | "id">;

/** Chooses where everybody looks: a lever or a cluster. A card is chosen on the card itself. */
export function LookDialog() {
  const text = useText();
  const lead = useLead();
  const levers = useBoard((view) => view.levers);
  const point = (target: Target, name: string) => {
    closeLead();
    void lead({ op: "spotlight", target }).then((isDone) => {
      // The bar shows it as long as it lasts.
      if (isDone) announce(text("lead.look.now", { what: name }));
    });
  };
  return (
    <Dialog closeLabel={text("dialog.close")} onClose={closeLead} title={text("lead.look.title")}>
      <p>{text("lead.look.help")}</p>
      <StopPointing />
      <ul className={css.levers}>
        {levers.map((lever) => (
          <li key={lever.id}>
            <LeverChoice lever={lever} onPoint={point} />
          </li>
        ))}
      </ul>
      <Clusters onPoint={point} />
    </Dialog>
  );
}

interface Pointing {
  onPoint: (target: Target, name: string) => void;
}

function LeverChoice({ lever, onPoint }: Pointing & { lever: LeverView }) {
  const say = useLocalise();
  const tint = useLeverTint(lever.id);
  const isCurrent = useIsPointedAt(lever.id);
  const title = say(lever.title);
  return (
    <button
      aria-pressed={isCurrent}
      className={css.lever}
      onClick={() => onPoint({ kind: "lever", id: lever.id }, `${lever.number}. ${title}`)}
      style={tint}
      type="button"
    >
      <LeverBadge number={lever.number} />
      <span>{title}</span>
      {isCurrent && <Icon name="point" />}
    </button>
  );
}

/** Clusters with a heading; one without cannot be told from another in a list. */
function Clusters({ onPoint }: Pointing) {
  const text = useText();
  const clusters = useBoard((view) => view.clusters);
  const named = clusters.filter(({ title }) => title.trim() !== "");
  if (named.length === 0) return null;
  return (
    <section className={css.clusters}>
      <h3>{text("lead.look.clusters")}</h3>
      <ul className={css.list}>
        {named.map(({ id, title, lever }) => (
          <li key={id}>
            <ClusterChoice lever={lever} onPoint={() => onPoint({ kind: "cluster", id }, title)}>
              {title}
            </ClusterChoice>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ClusterChoiceProps {
  lever: string | null;
  children: string;
  onPoint: () => void;
}

function ClusterChoice({ lever, children, onPoint }: ClusterChoiceProps) {
  const tint = useLeverTint(lever);
  return (
    <button className={css.cluster} onClick={onPoint} style={tint} type="button">
      {children}
    </button>
  );
}

function useIsPointedAt(leverId: string): boolean {
  return useBoard(
    ({ meta: { spotlight } }) => spotlight?.kind === "lever" && spotlight.id === leverId,
  );
}
