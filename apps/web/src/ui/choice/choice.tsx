import { type ReactNode, useId } from "react";

import css from "./choice.module.css";

interface ChoiceOption<T extends string> {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
}
interface ChoiceProps<T extends string> {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  options: readonly ChoiceOption<T>[];
  /** `undefined`: nothing chosen yet. */
  value: T | undefined;
  onChange: (value: T) => void;
  /** "row": short options side by side. */
  layout?: "column" | "row";
  isRequired?: boolean;
}

/** One of several: a radio group with large targets. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { legend, hint, error, options, value, onChange, layout = "column", isRequired } = props;
  const name = useId();
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={described || undefined} className={css.group}>
      <legend className={css.legend}>{legend}</legend>
      {hint && (
        <p className={css.hint} id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div className={layout === "row" ? css.row : css.column}>
        {options.map((option) => (
          <label className={css.option} key={option.value}>
            <input
              checked={option.value === value}
              name={name}
              onChange={() => onChange(option.value)}
              required={isRequired}
              type="radio"
              value={option.value}
            />
            <span>
              {option.label}
              {option.hint && <span className={css.hint}> {option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className={css.error} id={`${name}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
