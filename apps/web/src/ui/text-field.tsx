import { type ComponentProps, type ReactNode, useId } from "react";

import css from "./text-field.module.css";

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** Says what is wrong; the field is then marked as invalid. */
  error?: ReactNode;
}
type InputProps = FieldProps & { isMultiline?: false } & ComponentProps<"input">;
type AreaProps = FieldProps & { isMultiline: true } & ComponentProps<"textarea">;

/** A labelled line, or with `isMultiline` a labelled area, of text. */
export function TextField(props: InputProps | AreaProps) {
  const id = useId();
  const { label, hint, error } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const wiring = {
    id,
    className: css.control,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
  };
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {props.isMultiline ? (
        <textarea rows={4} {...nativeProps(props)} {...wiring} />
      ) : (
        <input type="text" {...nativeProps(props)} {...wiring} />
      )}
      {error && (
        <p className={css.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function nativeProps<T extends FieldProps & { isMultiline?: boolean }>(props: T) {
  const { label: _label, hint: _hint, error: _error, isMultiline: _multi, ...native } = props;
  return native;
}
