import { useText } from "../../texts/use-text.ts";
import css from "./states.module.css";

/** This browser may not see the board (any more): says how to get in, with a code or with another link. */
export function JoinFirst({ needsLink = false }: { needsLink?: boolean }) {
  const text = useText();
  if (needsLink) return <AskForLink />;
  return (
    <main className={css.page}>
      <div className={css.card}>
        <h1>{text("joinFirst.title")}</h1>
        <p>{text("joinFirst.explanation")}</p>
        <a className={css.link} href="/">
          {text("joinFirst.link")}
        </a>
      </div>
    </main>
  );
}

/** Pages of facilitators and walls open with a link that holds a key; a code is no way in. */
function AskForLink() {
  const text = useText();
  return (
    <main className={css.page}>
      <div className={css.card}>
        <h1>{text("linkGone.title")}</h1>
        <p>{text("linkGone.explanation")}</p>
        <a className={css.link} href="/o">
          {text("linkGone.organise")}
        </a>
      </div>
    </main>
  );
}
