import type { BoardSummary } from "@hefboom/contract";

import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import css from "./organise-page.module.css";

export function WorkshopList({ boards }: { boards: readonly BoardSummary[] }) {
  const t = useText();
  if (boards.length === 0) return <p>{t("organise.list.empty")}</p>;
  const newestFirst = boards.toSorted((a, b) => b.createdAt - a.createdAt);
  return (
    <ul className={css.list}>
      {newestFirst.map((board) => (
        <li className={css.item} key={board.id}>
          <h2>
            <a className={css.itemLink} href={`#${board.id}`}>
              {board.title}
            </a>
          </h2>
          <WorkshopFacts board={board} />
          <Icon name="forward" />
        </li>
      ))}
    </ul>
  );
}

export function WorkshopFacts({ board }: { board: BoardSummary }) {
  const t = useText();
  const date = new Intl.DateTimeFormat(document.documentElement.lang || "nl", {
    dateStyle: "long",
  }).format(board.createdAt);
  return (
    <ul className={css.facts}>
      <li className={css.code}>{t("organise.list.code", { code: board.code })}</li>
      <li>{t("organise.list.cards", { count: board.cards })}</li>
      <li>{t("organise.list.participants", { count: board.participants })}</li>
      {board.authors === "hidden" && <li>{t("organise.list.authorsHidden")}</li>}
      <li>{t("organise.list.madeOn", { date })}</li>
    </ul>
  );
}
