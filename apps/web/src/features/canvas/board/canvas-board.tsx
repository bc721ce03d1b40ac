import type { BoardLayout, Box } from "@hefboom/board";
import type { BoardView } from "@hefboom/client";
import { useMemo } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { grow } from "../../../canvas/box.ts";
import type { Drawn } from "../../../canvas/canvas-view.ts";
import type { Drop } from "../../../canvas/drop-place.ts";
import { GridIndex } from "../../../canvas/grid-index.ts";
import { drawnCards } from "../../../parts/cluster/arrange.ts";
import { blocksOn } from "../../../parts/cluster/use-blocks.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import { boxStyle } from "./box-style.ts";
import css from "./canvas-board.module.css";
import { CanvasLever } from "./canvas-lever.tsx";
import { CanvasTray } from "./canvas-tray.tsx";

/** Up to so many cards all are in the page, seen or not: a screen reader then has the whole board. */
const CULL_FROM = 300;
const ISLAND_BORDER = 20;

interface CanvasBoardProps {
  layout: BoardLayout;
  drawn: Drawn;
  /** Where a dragged card would land. */
  target: Drop | undefined;
  tabStop: string | undefined;
  onFocusCard: (cardId: string) => void;
}

/** Islands, levers and cards in the order of the list; each stands where the layout has it. */
export function CanvasBoard({ layout, drawn, target, tabStop, onFocusCard }: CanvasBoardProps) {
  const say = useLocalise();
  const groups = useBoard(({ meta }) => meta.groups);
  const levers = useBoard((view) => view.levers);
  const firstCard = useBoard(firstDrawn);
  const visible = useVisible(layout, drawn.area);
  const stop = tabStop !== undefined && layout.cards.has(tabStop) ? tabStop : firstCard;
  const shared = { layout, visible, tabStop: stop, onFocusCard, isFar: drawn.level === "far" };
  return (
    <>
      {groups.map((group) => {
        const island = layout.islands.get(group.id);
        if (island === undefined) return null;
        const ground = grow(union(island.title, island.box), ISLAND_BORDER);
        return (
          <section key={group.id} style={cssVars({ "--hefboom-lever-hue": group.hue })}>
            <div className={css.ground} style={boxStyle(ground)} />
            <h2 className={css.groupTitle} style={boxStyle(island.title)}>
              {say(group.title)}
            </h2>
            {levers
              .filter((lever) => lever.group === group.id)
              .map((lever) => (
                <CanvasLever
                  {...shared}
                  isTarget={target?.lever === lever.id}
                  key={lever.id}
                  lever={lever}
                />
              ))}
          </section>
        );
      })}
      <CanvasTray {...shared} isTarget={target?.lever === null} />
      {target && <div className={css.mark} style={boxStyle(target.mark)} />}
    </>
  );
}

/** The first card in the order of the list. */
function firstDrawn(view: BoardView): string | undefined {
  for (const lever of [...view.levers.map(({ id }) => id), null]) {
    const [first] = drawnCards(blocksOn(view, lever));
    if (first !== undefined) return first;
  }
  return undefined;
}

/** Cards to be drawn now; `undefined`: all. */
function useVisible(layout: BoardLayout, area: Box): ReadonlySet<string> | undefined {
  const isCulled = layout.cards.size > CULL_FROM;
  const index = useMemo(
    () => (isCulled ? new GridIndex(layout.cards) : undefined),
    [layout, isCulled],
  );
  return useMemo(() => index?.query(area), [index, area]);
}

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
