import type { ReactNode } from "react";

import css from "./fields.module.css";

interface CheckFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  /** "switch": it works at once; "checkbox": it is part of what will be saved. */
  role?: "checkbox" | "switch";
}

/** On or off, with a large target. */
export function CheckField({
  label,
  hint,
  isChecked,
  onChange,
  role = "checkbox",
}: CheckFieldProps) {
  return (
    <label className={css.check}>
      <input
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        role={role === "switch" ? "switch" : undefined}
        type="checkbox"
      />
      <span>
        {label}
        {hint && <span className={css.hint}>{hint}</span>}
      </span>
    </label>
  );
}
