import { useText } from "../../../texts/use-text.ts";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import css from "./votes.module.css";

interface ResultBarProps {
  dots: number;
  /** What the longest bar stands for. */
  most: number;
}

/** An outcome as a bar with its number: never the length or the colour alone. */
export function ResultBar({ dots, most }: ResultBarProps) {
  const text = useText();
  const part = `${Math.round((Math.min(dots, most) / most) * 100)}%`;
  return (
    <p className={css.result}>
      <span className={css.track} style={cssVars({ "--vote-part": part })} />
      <span className={dots > 0 ? css.number : css.none}>{text("vote.got", { count: dots })}</span>
    </p>
  );
}
