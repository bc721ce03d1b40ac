import type { ReadyPlan } from "@hefboom/board";

import { useText } from "../../texts/use-text.ts";
import { Choice } from "../../ui/choice.tsx";

interface PlanChoiceProps {
  value: ReadyPlan;
  onChange: (plan: ReadyPlan) => void;
}
const plans = ["standing", "standard", "gallery-walk"] as const satisfies readonly ReadyPlan[];

/** How the session goes; the facilitator can change its steps later. */
export function PlanChoice(props: PlanChoiceProps) {
  const t = useText();
  return (
    <Choice
      {...props}
      hint={t("organise.new.planHint")}
      legend={t("organise.new.plan")}
      options={plans.map((value) => ({
        value,
        label: t(`organise.new.plan.${value}`),
        hint: t(`organise.new.plan.${value}Hint`),
      }))}
    />
  );
}
