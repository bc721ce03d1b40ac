import { useText } from "../../../texts/use-text.ts";
import css from "./bar.module.css";
import { HereButtons } from "./here-buttons.tsx";

/** For who helps without leading: who is here and how others come in. */
export function GuestBar() {
  const text = useText();
  return (
    <section aria-label={text("lead.bar")} className={css.wide}>
      <div className={css.row}>
        <HereButtons />
      </div>
    </section>
  );
}
