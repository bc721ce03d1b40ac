import { ApiError } from "../../api/call-api.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import css from "./states.module.css";

/** Something went wrong that this page cannot mend: a sentence, and a way on. */
export function Trouble({ error }: { error: unknown }) {
  const text = useText();
  const isOffline = error instanceof ApiError && error.status === 0;
  const isGone = error instanceof ApiError && error.status === 404;
  const kind = isOffline ? "offline" : isGone ? "gone" : "broken";
  return (
    <main className={css.page}>
      <div className={css.card} role="alert">
        <h1>{text(`trouble.${kind}.title`)}</h1>
        <p>{text(`trouble.${kind}.explanation`)}</p>
        <Button onClick={() => location.reload()}>{text("trouble.again")}</Button>
      </div>
    </main>
  );
}
