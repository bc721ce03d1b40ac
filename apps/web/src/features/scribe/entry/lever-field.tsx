import type { ChangeEvent } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverSelect } from "../../../parts/lever/lever-select.tsx";
import { useText } from "../../../texts/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import css from "./entry.module.css";
import { leverOfNumber } from "./entry.ts";

interface LeverFieldProps {
  value: string | null;
  onChange: (lever: string | null) => void;
  /** What is typed while it is no lever (yet): "1" on the way to "15". */
  unknown: string | undefined;
  onUnknown: (typed: string | undefined) => void;
}

/** A lever by its number, for who types, or from the list. */
export function LeverField({ value, onChange, unknown, onUnknown }: LeverFieldProps) {
  const t = useText();
  const levers = useBoard((view) => view.levers);
  const number = levers.find(({ id }) => id === value)?.number;
  const type = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const lever = leverOfNumber(levers, currentTarget.value);
    onUnknown(lever === undefined ? currentTarget.value : undefined);
    onChange(lever ?? null);
  };
  const choose = (lever: string | null) => {
    onUnknown(undefined);
    onChange(lever);
  };
  return (
    <div className={css.lever}>
      <div className={css.number}>
        <TextField
          autoComplete="off"
          error={unknown !== undefined && t("scribe.problem.lever", { number: unknown })}
          inputMode="numeric"
          label={t("scribe.leverNumber")}
          maxLength={3}
          onChange={type}
          onFocus={(event) => event.currentTarget.select()}
          value={unknown ?? (number === undefined ? "" : String(number))}
        />
      </div>
      <div className={css.list}>
        <LeverSelect label={t("composer.lever")} onChange={choose} value={value} />
      </div>
    </div>
  );
}
