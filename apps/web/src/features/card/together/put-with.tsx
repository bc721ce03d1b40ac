import type { ClusterView } from "@hefboom/board";
import type { CardView } from "@hefboom/client";

import { TogetherForm } from "../../../parts/cluster/edit/together-form.tsx";
import { useClusterSteps } from "../../../parts/cluster/use-cluster-steps.ts";
import { closeCard } from "../../../parts/screen/screen-store.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import css from "./card-group.module.css";

interface PutWithProps {
  card: CardView;
  cluster: ClusterView | undefined;
}

/** Puts the card with others, or takes it from them. The sheet closes: what was done, and its undo, stand on the board. */
export function PutWith({ card, cluster }: PutWithProps) {
  const text = useText();
  const steps = useClusterSteps();
  const andClose = (step: () => Promise<void>) => () => {
    closeCard();
    void step();
  };
  return (
    <div className={css.steps}>
      {cluster && (
        <Button onClick={andClose(() => steps.out(cluster, card.id))} variant="quiet">
          {text("cluster.takeOut")}
        </Button>
      )}
      {cluster?.isMerged === true && (
        <Button onClick={andClose(() => steps.setMerged(cluster, false))} variant="quiet">
          {text("cluster.unmerge")}
        </Button>
      )}
      {cluster && (
        <Button onClick={andClose(() => steps.split(cluster))} variant="quiet">
          {text("cluster.split")}
        </Button>
      )}
      <TogetherForm cardIds={[card.id]} lever={card.place.lever} onDone={closeCard} withCards />
    </div>
  );
}
