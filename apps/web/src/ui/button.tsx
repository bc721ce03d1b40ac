import type { ComponentProps } from "react";

import css from "./button.module.css";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: "primary" | "quiet" | "danger";
  size?: "medium" | "large";
}

const variantClass = { primary: css.primary, quiet: css.quiet, danger: css.danger };

export function Button({
  variant = "primary",
  size = "medium",
  type = "button",
  className,
  ...rest
}: ButtonProps) {
  const classes = [css.button, variantClass[variant], size === "large" && css.large, className];
  return <button {...rest} className={classes.filter(Boolean).join(" ")} type={type} />;
}
