import { useEffect, useRef, useState } from "react";

import { TogetherForm } from "../../../parts/cluster/edit/together-form.tsx";
import { useCanHead } from "../../../parts/cluster/use-can-head.ts";
import { useClusterSteps } from "../../../parts/cluster/use-cluster-steps.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import css from "./choosing.module.css";

interface ChoosingBarProps {
  lever: string | null;
  cardIds: readonly string[];
  onStop: () => void;
}

/** How many are chosen, and what can be done with them. */
export function ChoosingBar({ lever, cardIds, onStop }: ChoosingBarProps) {
  const text = useText();
  const steps = useClusterSteps();
  const called = text(useCanHead() ? "cluster.together" : "cluster.put");
  const [isAsking, setAsking] = useState(false);
  const count = useRef<HTMLParagraphElement>(null);
  // The button that opened this bar is gone: the focus goes on here.
  useEffect(() => count.current?.focus({ preventScroll: true }), []);
  const merge = () => {
    onStop();
    void steps.merge(cardIds);
  };
  return (
    <section aria-label={text("cluster.choose")} className={css.bar} data-busy="">
      <div className={css.count}>
        <p ref={count} role="status" tabIndex={-1}>
          {text("cluster.chosen", { count: cardIds.length })}
        </p>
        <button
          aria-label={text("cluster.stop")}
          className={css.stop}
          onClick={onStop}
          type="button"
        >
          <Icon name="close" />
        </button>
      </div>
      <div className={css.buttons}>
        <Button disabled={cardIds.length === 0} onClick={() => setAsking(true)}>
          {called}
        </Button>
        <Button disabled={cardIds.length < 2} onClick={merge} variant="quiet">
          {text("cluster.merge")}
        </Button>
      </div>
      {isAsking && (
        <Dialog closeLabel={text("dialog.close")} onClose={() => setAsking(false)} title={called}>
          <TogetherForm cardIds={cardIds} lever={lever} onDone={onStop} />
        </Dialog>
      )}
    </section>
  );
}
