import { useText } from "../../texts/use-text.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import css from "./check-page.module.css";
import type { Checks, Outcome } from "./outcomes.ts";

const iconOf: Record<Outcome["state"], IconName> = {
  busy: "refresh",
  good: "check",
  slow: "warning",
  bad: "warning",
};

interface CheckRowProps {
  name: keyof Checks;
  outcome: Outcome;
}

/** One test with its outcome: an icon and words, and what a bad one means. */
export function CheckRow({ name, outcome }: CheckRowProps) {
  const t = useText();
  const { state } = outcome;
  return (
    <li className={css.row} data-state={state}>
      <Icon name={iconOf[state]} />
      <div>
        <h3>{t(`check.${name}.title`)}</h3>
        <p>
          {state === "busy" && t("check.busy")}
          {(state === "good" || state === "slow") && t(`check.${state}`, { ms: outcome.tookMs })}
          {state === "bad" && t(`check.${name}.bad`)}
        </p>
      </div>
    </li>
  );
}
