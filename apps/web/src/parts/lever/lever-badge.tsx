import css from "./lever-badge.module.css";

/** A lever's number on its colour; the hue comes from `useLeverTint` on an element around it. */
export function LeverBadge({ number }: { number: number }) {
  return <span className={css.badge}>{number}</span>;
}
