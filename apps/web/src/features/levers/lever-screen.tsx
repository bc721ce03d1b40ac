import { Suspense, useLayoutEffect } from "react";
import { useBoard } from "../../board/use-board.ts";
import { useLeverInAddress } from "../../parts/screen/lever-address.ts";
import { lazyPart } from "../../parts/session/lazy-part.tsx";
import { useText } from "../../texts/use-text.ts";
import { LeverCards } from "./cards/lever-cards.tsx";
import { LeverList } from "./lever-list.tsx";
import css from "./lever-screen.module.css";

const ListFollows = lazyPart(() => import("./list-follows.tsx").then((m) => m.ListFollows));

/** The board as lists: on a phone the levers or one lever's cards, on wide screens both side by side. */
export function LeverScreen({ isWide }: { isWide: boolean }) {
  const text = useText();
  const lever = useLeverInAddress();
  const isPointed = useBoard(({ meta }) => meta.spotlight !== null);
  // Before the list brings a card into view, which it does in an effect of its own.
  useLayoutEffect(() => {
    if (lever !== undefined && !isWide) scrollTo(0, 0);
  }, [lever, isWide]);
  const showsList = isWide || lever === undefined;
  return (
    <div className={isWide ? css.wide : css.narrow}>
      {isPointed && (
        <Suspense>
          <ListFollows address={lever} />
        </Suspense>
      )}
      {showsList && <LeverList current={lever} />}
      {lever === undefined ? (
        isWide && <p className={css.choose}>{text("levers.choose")}</p>
      ) : (
        <LeverCards key={lever ?? ""} lever={lever} />
      )}
    </div>
  );
}
