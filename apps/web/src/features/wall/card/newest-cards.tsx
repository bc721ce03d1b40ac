import type { CardView } from "@hefboom/client";
import { useId } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import css from "./newest-cards.module.css";
import { useAttribution } from "./use-attribution.ts";

export function NewestCards({ cards }: { cards: readonly CardView[] }) {
  const t = useText();
  const id = useId();
  return (
    <section aria-labelledby={id} className={css.newest}>
      <h2 className={css.heading} id={id}>
        {t("wall.newest")}
      </h2>
      <ol className={css.list}>
        {cards.map((card) => (
          <NewestCard card={card} key={card.id} />
        ))}
      </ol>
    </section>
  );
}

function NewestCard({ card }: { card: CardView }) {
  const t = useText();
  const tint = useLeverTint(card.place.lever);
  const attribution = useAttribution(card);
  const number = useBoard(({ levers }) => levers.find(({ id }) => id === card.place.lever)?.number);
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
      <div className={css.words}>
        <p className={card.kind === "quote" ? css.quote : css.note}>{card.text}</p>
        {attribution && <p className={css.who}>{attribution}</p>}
      </div>
    </li>
  );
}
