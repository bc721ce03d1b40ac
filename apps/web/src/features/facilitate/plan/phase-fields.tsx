import { LOCALISED_TEXT_MAX_LENGTH, type Phase, USUAL_BALLOT } from "@hefboom/board";

import { useLocale, useText } from "../../../texts/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { BallotFields } from "../fields/ballot-fields.tsx";
import { CheckField } from "../fields/check-field.tsx";
import { type PhaseProblem, rightNames, withMinutes } from "./edit-plan.ts";
import css from "./plan.module.css";

interface PhaseFieldsProps {
  phase: Phase;
  problem: PhaseProblem | undefined;
  onChange: (phase: Phase) => void;
}

/** What a phase is called, how long it lasts and what it lets people do. */
export function PhaseFields({ phase, problem, onChange }: PhaseFieldsProps) {
  const text = useText();
  const { minutes, rights, hasDrafts, reveals, ballot } = phase;
  return (
    <>
      <Words onChange={onChange} phase={phase} problem={problem} />
      <div className={css.short}>
        <TextField
          error={problem === "minutes" ? text("lead.plan.problem.minutes") : undefined}
          hint={text("lead.plan.minutesHint")}
          inputMode="decimal"
          label={text("lead.timer.minutes")}
          min={0}
          onChange={({ target }) =>
            onChange(withMinutes(phase, target.value === "" ? undefined : target.valueAsNumber))
          }
          step="any"
          type="number"
          value={minutes === undefined || Number.isNaN(minutes) ? "" : minutes}
        />
      </div>
      <fieldset className={css.rights}>
        <legend>{text("lead.plan.rights")}</legend>
        {rightNames.map((name) => (
          <CheckField
            isChecked={rights[name]}
            key={name}
            label={text(`lead.plan.right.${name}`)}
            onChange={(isOn) => onChange({ ...phase, rights: { ...rights, [name]: isOn } })}
          />
        ))}
      </fieldset>
      {rights.vote && (
        <fieldset className={css.ballot}>
          <legend>{text("lead.vote.title")}</legend>
          <BallotFields
            ballot={ballot ?? USUAL_BALLOT}
            onChange={(next) => onChange({ ...phase, ballot: next })}
          />
        </fieldset>
      )}
      <CheckField
        hint={text("lead.plan.draftsHint")}
        isChecked={hasDrafts}
        label={text("lead.plan.drafts")}
        onChange={(isOn) => onChange({ ...phase, hasDrafts: isOn })}
      />
      <CheckField
        hint={text("lead.plan.revealsHint")}
        isChecked={reveals}
        label={text("lead.plan.reveals")}
        onChange={(isOn) => onChange({ ...phase, reveals: isOn })}
      />
    </>
  );
}

const languages = ["nl", "en"] as const;

/** Title and instruction in both languages, the page's own first. */
function Words({ phase, problem, onChange }: PhaseFieldsProps) {
  const text = useText();
  const locale = useLocale();
  const ordered = locale === "en" ? languages.toReversed() : languages;
  return ordered.map((language, index) => {
    const isFirst = index === 0;
    const { title, instruction } = phase;
    const set = (name: "title" | "instruction", words: string) =>
      onChange({ ...phase, [name]: { ...phase[name], [language]: words } });
    return (
      <fieldset className={css.words} key={language}>
        <legend>{text(`lead.plan.in.${language}`)}</legend>
        <TextField
          error={isFirst && problem === "title" ? text("lead.plan.problem.title") : undefined}
          label={text("lead.plan.phaseTitle")}
          lang={language}
          maxLength={LOCALISED_TEXT_MAX_LENGTH}
          onChange={(event) => set("title", event.target.value)}
          value={title[language] ?? ""}
        />
        <TextField
          isMultiline
          label={text("lead.plan.instruction")}
          lang={language}
          maxLength={LOCALISED_TEXT_MAX_LENGTH}
          onChange={(event) => set("instruction", event.target.value)}
          rows={2}
          value={instruction[language] ?? ""}
        />
      </fieldset>
    );
  });
}
