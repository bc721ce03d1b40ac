import { useText } from "../../texts/use-text.ts";
import css from "./states.module.css";

export function NotFound() {
  const text = useText();
  return (
    <main className={css.page}>
      <div className={css.card}>
        <h1>{text("notFound.title")}</h1>
        <a className={css.link} href="/">
          {text("joinFirst.link")}
        </a>
      </div>
    </main>
  );
}
