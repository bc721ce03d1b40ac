import type { CardView } from "@hefboom/client";
import { useRef } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Panel } from "../../../ui/panel/panel.tsx";
import css from "./recent.module.css";
import { recentCards } from "./recent.ts";
import { RecentCard } from "./recent-card.tsx";

/** As many as one goes back to; older ones are found on the board. */
const SHOWN = 12;

/** What was entered last, to be mended while the table still remembers. */
export function RecentCards({ entered }: { entered: readonly string[] }) {
  const t = useText();
  const cards = useBoard((view) => view.cards);
  const recent: readonly CardView[] = recentCards(entered, cards, SHOWN);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Panel headingRef={heading} title={t("scribe.recent")}>
      {recent.length === 0 ? (
        <p>{t("scribe.recentNone")}</p>
      ) : (
        <ol className={css.list}>
          {recent.map((card) => (
            <RecentCard card={card} key={card.id} onRemoved={() => heading.current?.focus()} />
          ))}
        </ol>
      )}
    </Panel>
  );
}
