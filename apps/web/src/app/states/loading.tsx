import { useText } from "../../texts/use-text.ts";
import css from "./states.module.css";

/** Stays invisible for a moment, so that a fast page does not flash. */
export function Loading() {
  const text = useText();
  return (
    <main className={css.page}>
      <div className={css.loading} role="status">
        <p>{text("app.loading")}</p>
        <p className={css.slow}>{text("app.slow")}</p>
      </div>
    </main>
  );
}
