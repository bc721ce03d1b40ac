import type { LeverView } from "@hefboom/board";

import { useRef } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { arrange } from "../../../parts/cluster/arrange.ts";
import { clustersOn } from "../../../parts/cluster/use-blocks.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import type { WallCards } from "../clusters/use-wall-cards.ts";
import { type LeverRow, rowsOnLever } from "./lever-rows.ts";
import css from "./spot.module.css";
import { useRowsThatFit } from "./use-rows-that-fit.ts";

/** As many lines as can be read from the back. */
const SHOWN = 4;
const FEW = 2;
const NONE: readonly string[] = [];

/** A lever with what lies on it: headings with their counts, doubles once. */
export function LeverSpot({ lever, wall }: { lever: LeverView; wall: WallCards }) {
  const t = useText();
  const say = useLocalise();
  const tint = useLeverTint(lever.id);
  const clusters = useBoard((view) => clustersOn(view.clusters, lever.id));
  const onLever = useBoard((view) => view.cardIdsOn.get(lever.id) ?? NONE);
  const cardIds = onLever.filter((id) => wall.cards.has(id));
  const rows = rowsOnLever(arrange(cardIds, clusters), wall.cards);
  const list = useRef<HTMLUListElement>(null);
  const fitting = useRowsThatFit(list, Math.min(rows.length, SHOWN));
  const hidden = rows.slice(fitting).reduce((sum, { count }) => sum + count, 0);
  return (
    <article className={css.panel} style={tint}>
      <header className={css.head}>
        <span className={css.badge}>
          <LeverBadge number={lever.number} />
        </span>
        <h2 className={css.title}>{say(lever.title)}</h2>
        <p className={css.count}>{t("wall.leverCount", { count: cardIds.length })}</p>
      </header>
      {rows.length <= FEW && <p className={css.hint}>{say(lever.hint)}</p>}
      <ul className={`${css.rows} ${rows.length <= FEW ? css.few : ""}`} ref={list}>
        {rows.slice(0, SHOWN).map((row, index) => (
          <Row isCut={index >= fitting} key={row.id} row={row} />
        ))}
      </ul>
      {hidden > 0 && <p className={css.more}>{t("wall.andMore", { count: hidden })}</p>}
    </article>
  );
}

function Row({ row, isCut }: { row: LeverRow; isCut: boolean }) {
  const t = useText();
  const { kind, words, isQuote, count } = row;
  const look = kind === "heading" ? css.heading : isQuote ? css.quote : css.words;
  return (
    <li className={css.row} data-cut={isCut || undefined}>
      <p className={look}>{words}</p>
      {kind !== "card" && (
        <p className={css.rowCount}>
          {t(kind === "heading" ? "wall.leverCount" : "wall.doubles", { count })}
        </p>
      )}
    </li>
  );
}
