import { Suspense, useMemo } from "react";

import { useBoard, useMe } from "../../../board/use-board.ts";
import { canCluster, canCreate } from "../../../parts/card/rights.ts";
import { useLeverTint } from "../../../parts/lever/use-lever.ts";
import { showCard } from "../../../parts/screen/screen-store.ts";
import { lazyPart } from "../../../parts/session/lazy-part.tsx";
import { useVoteScreen } from "../../../parts/vote/vote-store.ts";
import { VoteOrder } from "../../../parts/vote/votes-of.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useChosen } from "../choosing/use-chosen.ts";
import { useHeldCards } from "../held/use-held-cards.ts";
import { Blocks } from "./blocks.tsx";
import css from "./lever-cards.module.css";
import { LeverHead } from "./lever-head.tsx";
import { useShowCard } from "./use-show-card.ts";

const ChoosingFoot = lazyPart(() =>
  import("../choosing/choosing-foot.tsx").then((m) => m.ChoosingFoot),
);

/** One lever's cards as a list that stands still: what others add, or put together, waits for a tap. */
export function LeverCards({ lever }: { lever: string | null }) {
  const text = useText();
  const tint = useLeverTint(lever);
  const { role } = useMe();
  const { blocks, shown, waiting, isRearranged, letIn } = useHeldCards(lever);
  const list = useShowCard({ shown, waiting, letIn });
  const sort = useVoteScreen((screen) => screen.sort);
  const sorted = useMemo(() => sort?.(blocks) ?? blocks, [sort, blocks]);
  const mayCluster = useBoard(({ meta }) => canCluster(meta, role, lever));
  const { chosen, start, stop } = useChosen();
  // Until the first headings can be drawn the cards stay in sight.
  const looseCards = shown.map((cardId) => ({ kind: "card", cardId }) as const);
  const isEmpty = shown.length === 0 && waiting.length === 0;
  const letInAndShow = () => {
    letIn();
    showCard(waiting[0]);
  };
  return (
    <section aria-labelledby="lever-title" className={css.page} style={tint}>
      <LeverHead lever={lever} />
      {!isEmpty && <VoteOrder />}
      {isEmpty ? (
        <Empty lever={lever} />
      ) : (
        <div className={css.blocks} ref={list}>
          <Suspense fallback={<Blocks blocks={looseCards} chosen={undefined} lever={lever} />}>
            <Blocks blocks={sorted} chosen={mayCluster ? chosen : undefined} lever={lever} />
          </Suspense>
        </div>
      )}
      <div className={css.foot}>
        <div role="status">
          {(waiting.length > 0 || isRearranged) && (
            <button className={css.letIn} onClick={letInAndShow} type="button">
              <Icon name="down" />
              {waiting.length > 0
                ? text("lever.waiting", { count: waiting.length })
                : text("cluster.rearranged")}
            </button>
          )}
        </div>
        {mayCluster && !isEmpty && (
          <Suspense>
            <ChoosingFoot chosen={chosen} lever={lever} onStart={start} onStop={stop} />
          </Suspense>
        )}
      </div>
    </section>
  );
}

function Empty({ lever }: { lever: string | null }) {
  const text = useText();
  const { role } = useMe();
  const mayBegin = useBoard(({ meta }) => canCreate(meta, role, lever));
  const words = mayBegin ? "lever.empty" : "lever.emptyStill";
  return <p className={css.empty}>{text(lever === null ? "tray.empty" : words)}</p>;
}
