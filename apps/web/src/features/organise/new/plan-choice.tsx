import type { ReadyPlan } from "@hefboom/board";

import { useText } from "../../../texts/use-text.ts";
import { Choice } from "../../../ui/choice/choice.tsx";

interface PlanChoiceProps {
  value: ReadyPlan;
  onChange: (plan: ReadyPlan) => void;
}
const plans = ["standard", "gallery-walk", "standing"] as const satisfies readonly ReadyPlan[];

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
        label: t(`plan.${value}`),
        hint: t(`organise.new.plan.${value}Hint`),
      }))}
    />
  );
}
