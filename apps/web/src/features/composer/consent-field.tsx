import type { Consent } from "@hefboom/board";

import { useMe } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Choice } from "../../ui/choice/choice.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./composer.module.css";
import { mustChooseConsent } from "./draft/check-draft.ts";

interface ConsentFieldProps {
  value: Consent | undefined;
  onChange: (consent: Consent) => void;
  isMissing: boolean;
}
const answers = ["named", "anonymous", "none"] as const;

/** May this card be published: the answer given at joining, to be changed for one card. The staff must ask and choose. */
export function ConsentField({ value, onChange, isMissing }: ConsentFieldProps) {
  const text = useText();
  const { role, consent: atJoining } = useMe();
  const isAsked = mustChooseConsent(role);
  const chosen = value ?? (isAsked ? undefined : atJoining);
  const choice = (
    <div data-problem={isMissing && chosen === undefined}>
      <Choice
        error={isMissing && chosen === undefined && text("composer.problem.consent")}
        hint={isAsked ? text("consent.askThem") : undefined}
        legend={text("consent.question")}
        onChange={onChange}
        options={answers.map((answer) => ({ value: answer, label: text(`consent.${answer}`) }))}
        value={chosen}
      />
    </div>
  );
  if (isAsked || chosen === undefined) return choice;
  return (
    <details className={css.more}>
      <summary>
        <Icon name="down" />
        {text("consent.summary", { answer: text(`consent.${chosen}`) })}
      </summary>
      <div className={css.fields}>{choice}</div>
    </details>
  );
}
