import { useEffect } from "react";
import { useLeverInAddress } from "../../parts/screen/lever-address.ts";
import { useText } from "../../texts/use-text.ts";
import { LeverCards } from "./lever-cards.tsx";
import { LeverList } from "./lever-list.tsx";
import css from "./lever-screen.module.css";

/** The board as lists: on a phone the levers or one lever's cards, on wide screens both side by side. */
export function LeverScreen({ isWide }: { isWide: boolean }) {
  const text = useText();
  const lever = useLeverInAddress();
  useEffect(() => {
    if (lever !== undefined && !isWide) scrollTo(0, 0);
  }, [lever, isWide]);
  const showsList = isWide || lever === undefined;
  return (
    <div className={isWide ? css.wide : css.narrow}>
      {showsList && <LeverList current={lever} />}
      {lever === undefined ? (
        isWide && <p className={css.choose}>{text("levers.choose")}</p>
      ) : (
        <LeverCards key={lever ?? ""} lever={lever} />
      )}
    </div>
  );
}
