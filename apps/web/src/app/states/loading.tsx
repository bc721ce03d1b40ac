import { useText } from "../../texts/use-text.ts";
import css from "./states.module.css";

/** Stays invisible for a moment, so that a fast page does not flash. */
export function Loading() {
  const text = useText();
  return (
    <main className={css.page}>
      <p className={css.loading} role="status">
        {text("app.loading")}
      </p>
    </main>
  );
}
