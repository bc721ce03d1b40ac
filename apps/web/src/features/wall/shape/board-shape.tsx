import { useId } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import css from "./board-shape.module.css";
import { type Island, islandsOf, type LeverTile } from "./islands.ts";

interface BoardShapeProps {
  /** Beside something larger: each island is one column. */
  isNarrow: boolean;
}

/** The whole board at a glance: its islands, their levers, how many cards lie on each. Never the cards themselves. */
export function BoardShape({ isNarrow }: BoardShapeProps) {
  const t = useText();
  const id = useId();
  const meta = useBoard((view) => view.meta);
  const levers = useBoard((view) => view.levers);
  const cardIdsOn = useBoard((view) => view.cardIdsOn);
  const islands = islandsOf({ meta, levers, cardIdsOn });
  const most = Math.max(1, ...islands.flatMap(({ tiles }) => tiles.map(({ count }) => count)));
  return (
    <section aria-labelledby={id} className={`${css.shape} ${isNarrow ? css.narrow : ""}`}>
      <h2 className="visually-hidden" id={id}>
        {t("wall.board")}
      </h2>
      {islands.map((island) => (
        <IslandShape
          columns={isNarrow ? 1 : island.columns}
          island={island}
          key={island.group.id}
          most={most}
        />
      ))}
    </section>
  );
}

interface IslandShapeProps {
  island: Island;
  columns: 1 | 2;
  /** Cards on the fullest lever of the board. */
  most: number;
}

function IslandShape({ island: { group, tiles }, columns, most }: IslandShapeProps) {
  const say = useLocalise();
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
  const title = say(lever.title);
  const sizes = cssVars({ "--fill": count / most, "--longest-word": longestWord(title) });
  return (
    <li className={css.tile} style={{ ...tint, ...sizes }}>
      <LeverBadge number={lever.number} />
      <p className={`${css.title} ${title.length > LONG_TITLE ? css.longTitle : ""}`}>{title}</p>
      <p className={css.count}>
        <span aria-hidden="true">{count}</span>
        <span className="visually-hidden">{t("wall.leverCount", { count })}</span>
      </p>
    </li>
  );
}

/** From here on a title needs three lines in a flat tile. */
const LONG_TITLE = 36;

/** Letters of the longest word: the title's size follows from it, so that no word breaks. */
function longestWord(title: string): number {
  return Math.max(...title.split(/[\s-]+/).map((word) => word.length));
}
