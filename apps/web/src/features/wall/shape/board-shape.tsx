import { useId } from "react";

import { useBoard } from "../../../app/board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import css from "./board-shape.module.css";
import { type Island, islandsOf, type LeverTile } from "./islands.ts";

/** The whole board at a glance: its islands, their levers, how many cards lie on each. Never the cards themselves. */
export function BoardShape() {
  const t = useText();
  const id = useId();
  const meta = useBoard((view) => view.meta);
  const levers = useBoard((view) => view.levers);
  const cardIdsOn = useBoard((view) => view.cardIdsOn);
  const islands = islandsOf({ meta, levers, cardIdsOn });
  const most = Math.max(1, ...islands.flatMap(({ tiles }) => tiles.map(({ count }) => count)));
  return (
    <section aria-labelledby={id} className={css.shape}>
      <h2 className="visually-hidden" id={id}>
        {t("wall.board")}
      </h2>
      {islands.map((island) => (
        <IslandShape island={island} key={island.group.id} most={most} />
      ))}
    </section>
  );
}

function IslandShape({ island, most }: { island: Island; most: number }) {
  const say = useLocalise();
  const { group, tiles, columns } = island;
  const hue = cssVars({ "--hefboom-lever-hue": group.hue });
  return (
    <div className={columns === 2 ? css.wideIsland : css.island} style={hue}>
      <h3 className={css.group}>{say(group.title)}</h3>
      <ol className={columns === 2 ? css.two : css.one}>
        {tiles.map((tile) => (
          <Tile key={tile.lever.id} most={most} tile={tile} />
        ))}
      </ol>
    </div>
  );
}

function Tile({ tile: { lever, count }, most }: { tile: LeverTile; most: number }) {
  const t = useText();
  const say = useLocalise();
  const tint = useLeverTint(lever.id);
  return (
    <li className={css.tile} style={{ ...tint, ...cssVars({ "--fill": count / most }) }}>
      <LeverBadge number={lever.number} />
      <p className={css.title}>{say(lever.title)}</p>
      <p className={css.count}>
        <span aria-hidden="true">{count}</span>
        <span className="visually-hidden">{t("wall.leverCount", { count })}</span>
      </p>
    </li>
  );
}
