import { useText } from "../../texts/use-text.ts";
import css from "./text-counter.module.css";

/** From so few letters left on the counter shows. */
const SHOWN_BELOW = 150;

/** How much more fits; nothing as long as there is plenty of room. */
export function TextCounter({ left }: { left: number }) {
  const text = useText();
  if (left >= SHOWN_BELOW || left < 0) return null;
  return <p className={css.counter}>{text("text.left", { count: left })}</p>;
}
