import type { Results } from "@hefboom/board";
import { useRef } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import { useRowsThatFit } from "../spot/use-rows-that-fit.ts";
import { type Voted, wholeWords } from "./tally.ts";
import css from "./vote.module.css";

/** Letters that three lines hold, for what got the most, and two lines, for the others. */
const LETTERS = { first: 160, other: 105 };

interface ResultsPanelProps {
  results: Results;
  /** The most votes first. */
  top: readonly Voted[];
  /** People still vote. */
  isRunning: boolean;
}

/** What got the most votes, as bars that begin at nothing, so that twice as long is twice as many. */
export function ResultsPanel({ results, top, isRunning }: ResultsPanelProps) {
  const t = useText();
  const most = Math.max(1, top[0]?.dots ?? 0);
  return (
    <div className={css.panel}>
      <div className={css.head}>
        <h2 className={css.title}>{t(isRunning ? "wall.resultsSoFar" : "wall.results")}</h2>
        <p className={css.voters}>{t("wall.voters", { count: results.voters })}</p>
      </div>
      {top.length === 0 ? (
        <p className={css.none}>{t("wall.noVotes")}</p>
      ) : (
        // Another order has rows of other heights: which of them fit is found out anew.
        <Bars key={top.map(({ id }) => id).join()} most={most} top={top} />
      )}
    </div>
  );
}

function Bars({ top, most }: { top: readonly Voted[]; most: number }) {
  const list = useRef<HTMLOListElement>(null);
  const fitting = useRowsThatFit(list, top.length);
  return (
    <ol className={css.bars} ref={list}>
      {top.map((voted, index) => (
        <Bar
          isCut={index >= fitting}
          key={voted.id}
          letters={index === 0 ? LETTERS.first : LETTERS.other}
          most={most}
          voted={voted}
        />
      ))}
    </ol>
  );
}

interface BarProps {
  voted: Voted;
  most: number;
  letters: number;
  isCut: boolean;
}

function Bar({ voted, most, letters, isCut }: BarProps) {
  const t = useText();
  const say = useLocalise();
  const tint = useLeverTint(voted.lever);
  const number = useBoard(({ levers }) => levers.find(({ id }) => id === voted.lever)?.number);
  const words = typeof voted.words === "string" ? voted.words : say(voted.words);
  return (
    <li
      className={css.bar}
      data-cut={isCut || undefined}
      style={{ ...tint, ...cssVars({ "--fill": voted.dots / most }) }}
    >
      <span className={css.dots}>
        <span aria-hidden="true">
          <span className={css.dot} />
          {voted.dots}
        </span>
        <span className="visually-hidden">{t("wall.leverVotes", { count: voted.dots })}</span>
      </span>
      {number !== undefined && (
        <span aria-hidden="true" className={css.badge}>
          <LeverBadge number={number} />
        </span>
      )}
      <p className={voted.isQuote ? css.quote : css.words}>{wholeWords(words, letters)}</p>
    </li>
  );
}
