import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import css from "./votes.module.css";

interface ResultBarProps {
  dots: number;
  /** What the longest bar stands for. */
  most: number;
}

/**
 * An outcome as a bar with its number: never the length or the colour alone. Without votes there is nothing to see,
 * save while people still vote: a bar that came in between would move what they press.
 */
export function ResultBar({ dots, most }: ResultBarProps) {
  const text = useText();
  const isRevealed = useBoard(({ meta }) => meta.ballot?.state === "revealed");
  if (isRevealed && dots === 0) return null;
  const part = `${Math.round((Math.min(dots, most) / most) * 100)}%`;
  return (
    <p className={css.result}>
      <span className={css.track} style={cssVars({ "--vote-part": part })} />
      <span className={dots > 0 ? css.number : css.none}>{text("vote.got", { count: dots })}</span>
    </p>
  );
}
