import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint } from "../../../parts/lever/use-lever.ts";
import { announce } from "../../../parts/screen/screen-store.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import type { Target } from "./targets.ts";
import css from "./votes.module.css";

interface TargetRowProps {
  target: Target;
  words: string;
  /** Votes of the one who is asked now. */
  given: number;
  /** Whether one more can be given. */
  hasLeft: boolean;
  more: () => void;
  less: () => void;
}

export function TargetRow({ target, words, given, hasLeft, more, less }: TargetRowProps) {
  const t = useText();
  const tint = useLeverTint(target.lever);
  const give = (by: 1 | -1) => {
    if (by === 1) more();
    else less();
    announce(t("vote.got", { count: given + by }));
  };
  return (
    <li className={css.target} style={tint}>
      {target.number !== undefined && (
        <span aria-hidden="true" className={css.badge}>
          <LeverBadge number={target.number} />
        </span>
      )}
      <p className={css.words}>{words}</p>
      <fieldset aria-label={t("vote.group", { text: words })} className={css.control}>
        <button
          aria-disabled={given === 0}
          aria-label={t("vote.less", { text: words })}
          className={css.button}
          onClick={() => given > 0 && give(-1)}
          type="button"
        >
          <Icon name="minus" />
        </button>
        <span className={given > 0 ? css.given : css.none}>
          <span aria-hidden="true">{given}</span>
          <span className="visually-hidden">{t("vote.got", { count: given })}</span>
        </span>
        <button
          aria-disabled={!hasLeft}
          aria-label={t("vote.more", { text: words })}
          className={css.button}
          onClick={() => hasLeft && give(1)}
          type="button"
        >
          <Icon name="add" />
        </button>
      </fieldset>
    </li>
  );
}
