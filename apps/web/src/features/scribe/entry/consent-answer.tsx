import type { Consent } from "@hefboom/board";

import { useText } from "../../../texts/use-text.ts";
import { Choice } from "../../../ui/choice/choice.tsx";
import css from "./entry.module.css";
import { isTable } from "./entry.ts";

interface ConsentAnswerProps {
  value: Consent | undefined;
  onChange: (consent: Consent) => void;
  isMissing: boolean;
  who: string;
}
const answers = ["named", "anonymous", "none"] as const;

/** The question to be asked aloud; nobody has answered it before they were asked. */
export function ConsentAnswer({ value, onChange, isMissing, who }: ConsentAnswerProps) {
  const t = useText();
  const isOpen = isMissing && value === undefined;
  return (
    <div data-problem={isOpen}>
      <Choice
        error={isOpen && t("composer.problem.consent")}
        hint={t("scribe.askAloud")}
        layout="row"
        legend={t("scribe.consent")}
        onChange={onChange}
        options={answers.map((answer) => ({ value: answer, label: t(`consent.${answer}`) }))}
        value={value}
      />
      <p className={css.effect} role="status">
        {t(effectOf(value, who))}
      </p>
    </div>
  );
}

/** What the answer means for the name, in words. */
function effectOf(consent: Consent | undefined, who: string) {
  if (consent === undefined) return "scribe.effect.ask";
  if (consent === "named") return "scribe.effect.named";
  return isTable(who) ? "scribe.effect.table" : "scribe.effect.nameless";
}
