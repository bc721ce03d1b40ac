import { NAME_MAX_LENGTH } from "@hefboom/board";
import { useId } from "react";

import { useText } from "../../../texts/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import type { EntryProblems } from "./entry.ts";

interface WhoFieldProps {
  who: string;
  onChange: (who: string) => void;
  /** Who spoke before. */
  known: readonly string[];
  problem: EntryProblems["who"];
}

/** Whose words they are: a name, or a table. */
export function WhoField({ who, onChange, known, problem }: WhoFieldProps) {
  const t = useText();
  const id = useId();
  return (
    <div>
      <TextField
        autoComplete="off"
        error={problem && t(`scribe.problem.who-${problem}`)}
        hint={t("scribe.whoHint")}
        label={t("scribe.who")}
        list={id}
        maxLength={NAME_MAX_LENGTH}
        onChange={(event) => onChange(event.currentTarget.value)}
        value={who}
      />
      <datalist id={id}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
