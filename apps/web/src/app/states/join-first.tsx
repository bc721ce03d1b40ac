import { useText } from "../../texts/use-text.ts";
import css from "./states.module.css";

/** This browser may not see the board (any more): says how to get in. */
export function JoinFirst() {
  const text = useText();
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
