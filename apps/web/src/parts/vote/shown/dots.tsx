import { useText } from "../../../texts/use-text.ts";
import css from "./votes.module.css";

/** More than so many are a number: nobody counts them at a glance. */
const DRAWN_MOST = 4;

interface DotsProps {
  given: number;
  of: number;
  /** A number stands beside them already. */
  isBesideNumber?: boolean;
}

/** Own dots: filled as far as they are given. */
export function Dots({ given, of, isBesideNumber = false }: DotsProps) {
  const text = useText();
  const drawn = of <= DRAWN_MOST ? Array.from({ length: of }, (_, index) => index < given) : [];
  return (
    <span className={css.dots}>
      {drawn.map((isFilled, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no other name than their place
        <span className={isFilled ? css.filled : css.empty} key={index} />
      ))}
      {of > DRAWN_MOST && !isBesideNumber && <span aria-hidden="true">{given}</span>}
      <span className="visually-hidden">{text("vote.mine", { count: given })}</span>
    </span>
  );
}
