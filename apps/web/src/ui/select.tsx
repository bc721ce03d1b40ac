import { type ComponentProps, type ReactNode, useId } from "react";

import css from "./text-field.module.css";

interface SelectProps extends ComponentProps<"select"> {
  label: ReactNode;
}

/** A labelled native choice from a list: every phone has a good one of its own. */
export function Select({ label, children, ...native }: SelectProps) {
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <select {...native} className={css.control} id={id}>
        {children}
      </select>
    </div>
  );
}
