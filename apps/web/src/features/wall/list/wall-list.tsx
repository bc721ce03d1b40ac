import { type ReactNode, useId } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import css from "./wall-list.module.css";

/** A few lines beside what the wall shows large. */
export function WallList({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={css.section}>
      <h2 className={css.heading} id={id}>
        {title}
      </h2>
      <ol className={css.list}>{children}</ol>
    </section>
  );
}

/** One line, with the number and colour of its lever; `null`: the tray. */
export function WallLine({ lever, children }: { lever: string | null; children: ReactNode }) {
  const t = useText();
  const tint = useLeverTint(lever);
  const number = useBoard(({ levers }) => levers.find(({ id }) => id === lever)?.number);
  return (
    <li className={css.card} style={tint}>
      {number !== undefined && (
        <>
          <span className="visually-hidden">{t("wall.onLever", { number })}</span>
          <span aria-hidden="true">
            <LeverBadge number={number} />
          </span>
        </>
      )}
      {children}
    </li>
  );
}
