import { type Ballot, DOTS_MAX } from "@hefboom/board";

import { useText } from "../../../texts/use-text.ts";
import { Choice } from "../../../ui/choice/choice.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { CheckField } from "./check-field.tsx";
import css from "./fields.module.css";

const targets = ["card", "cluster", "lever"] as const;

interface BallotFieldsProps {
  ballot: Ballot;
  onChange: (ballot: Ballot) => void;
}

/** What people vote on, with how many dots, and whether totals are secret. */
export function BallotFields({ ballot, onChange }: BallotFieldsProps) {
  const text = useText();
  const setDots = (value: number) => {
    if (Number.isInteger(value))
      onChange({ ...ballot, dots: Math.min(Math.max(value, 1), DOTS_MAX) });
  };
  return (
    <>
      <Choice
        layout="row"
        legend={text("lead.vote.on")}
        onChange={(on) => onChange({ ...ballot, on })}
        options={targets.map((value) => ({ value, label: text(`lead.vote.on.${value}`) }))}
        value={ballot.on}
      />
      <div className={css.short}>
        <TextField
          inputMode="numeric"
          label={text("lead.vote.dots")}
          max={DOTS_MAX}
          min={1}
          onChange={(event) => setDots(event.target.valueAsNumber)}
          type="number"
          value={ballot.dots}
        />
      </div>
      <CheckField
        hint={text("lead.vote.secretHint")}
        isChecked={ballot.isSecret}
        label={text("lead.vote.secret")}
        onChange={(isSecret) => onChange({ ...ballot, isSecret })}
      />
    </>
  );
}
