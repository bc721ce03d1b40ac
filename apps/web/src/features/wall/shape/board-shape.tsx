import { useId } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import css from "./board-shape.module.css";
import { type Island, islandsOf, type LeverTile } from "./islands.ts";

interface Counted {
  readonly what: "cards" | "dots";
  readonly counts: ReadonlyMap<string | null, number>;
}
interface BoardShapeProps {
  /** What stands on each lever as a number and a bar. */
  counted: Counted;
  /** A lever with nothing on it says so; not while people write what nobody sees yet. */
  hasZeros: boolean;
  /** Beside something larger: each island is one column. */
  isNarrow: boolean;
  /** What the spotlight is on lies here. */
  spotLever: string | null;
}

/** The whole board at a glance: its islands, their levers, how much lies on each. Never the cards themselves. */
export function BoardShape({ counted, hasZeros, isNarrow, spotLever }: BoardShapeProps) {
  const t = useText();
  const id = useId();
  const groups = useBoard(({ meta }) => meta.groups);
  const levers = useBoard((view) => view.levers);
  const islands = islandsOf({ groups, levers, counts: counted.counts });
  const most = Math.max(1, ...islands.flatMap(({ tiles }) => tiles.map(({ count }) => count)));
  const look = [css.shape, isNarrow && css.narrow, counted.what === "dots" && css.voted];
  return (
    <section aria-labelledby={id} className={look.filter(Boolean).join(" ")}>
      <h2 className="visually-hidden" id={id}>
        {t("wall.board")}
      </h2>
      {islands.map((island) => (
        <IslandShape
          columns={isNarrow ? 1 : island.columns}
          hasZeros={hasZeros}
          island={island}
          key={island.group.id}
          most={most}
          spotLever={spotLever}
          what={counted.what}
        />
      ))}
    </section>
  );
}

interface OnTile {
  hasZeros: boolean;
  what: Counted["what"];
  /** The largest number on the board. */
  most: number;
  spotLever: string | null;
}

function IslandShape({
  island: { group, tiles },
  columns,
  ...onTile
}: OnTile & { island: Island; columns: 1 | 2 }) {
  const say = useLocalise();
  const hue = cssVars({ "--hefboom-lever-hue": group.hue });
  return (
    <div className={columns === 2 ? css.wideIsland : css.island} style={hue}>
      <h3 className={css.group}>{say(group.title)}</h3>
      <ol className={columns === 2 ? css.two : css.one}>
        {tiles.map((tile) => (
          <Tile key={tile.lever.id} {...onTile} tile={tile} />
        ))}
      </ol>
    </div>
  );
}

function Tile({
  tile: { lever, count },
  what,
  most,
  hasZeros,
  spotLever,
}: OnTile & { tile: LeverTile }) {
  const t = useText();
  const say = useLocalise();
  const tint = useLeverTint(lever.id);
  const title = say(lever.title);
  const sizes = cssVars({ "--fill": count / most, "--longest-word": longestWord(title) });
  return (
    <li
      className={`${css.tile} ${lever.id === spotLever ? css.spotted : ""}`}
      style={{ ...tint, ...sizes }}
    >
      <LeverBadge number={lever.number} />
      <p className={`${css.title} ${title.length > LONG_TITLE ? css.longTitle : ""}`}>{title}</p>
      {(count > 0 || hasZeros) && (
        <p className={css.count}>
          <span aria-hidden="true">
            {what === "dots" && <span className={css.dot} />}
            {count}
          </span>
          <span className="visually-hidden">
            {t(what === "dots" ? "wall.leverVotes" : "wall.leverCount", { count })}
          </span>
        </p>
      )}
    </li>
  );
}

/** From here on a title needs three lines in a flat tile. */
const LONG_TITLE = 36;

/** Letters of the longest word: the title's size follows from it, so that no word breaks. */
function longestWord(title: string): number {
  return Math.max(...title.split(/[\s-]+/).map((word) => word.length));
}
