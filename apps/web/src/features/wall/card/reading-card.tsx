import type { CardView } from "@hefboom/client";
import { useRef } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import css from "./reading-card.module.css";
import { useAttribution } from "./use-attribution.ts";
import { useFittedText } from "./use-fitted-text.ts";

/** One card, to be read from the back of the hall. */
export function ReadingCard({ card }: { card: CardView }) {
  const tint = useLeverTint(card.place.lever);
  const hue = useBoard(({ people }) => card.author && people.get(card.author)?.hue);
  const paper = cssVars({ "--hefboom-person-hue": hue || undefined });
  const attribution = useAttribution(card);
  const text = useRef<HTMLParagraphElement>(null);
  useFittedText(text, card.text);
  const isQuote = card.kind === "quote";
  const Room = isQuote ? "blockquote" : "div";
  return (
    <article
      className={`${css.card} ${isQuote ? css.quote : css.note}`}
      style={{ ...tint, ...paper }}
    >
      <Room className={css.room}>
        <p className={css.text} ref={text}>
          {card.text}
        </p>
      </Room>
      <footer className={css.foot}>
        <CardLever leverId={card.place.lever} />
        {attribution && <span className={css.who}>{attribution}</span>}
      </footer>
    </article>
  );
}

function CardLever({ leverId }: { leverId: string | null }) {
  const say = useLocalise();
  const lever = useBoard(({ levers }) => levers.find(({ id }) => id === leverId));
  if (lever === undefined) return null;
  return (
    <span className={css.lever}>
      <LeverBadge number={lever.number} />
      <span className={css.leverTitle}>{say(lever.title)}</span>
    </span>
  );
}
