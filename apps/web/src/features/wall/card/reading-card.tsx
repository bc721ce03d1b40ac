import type { CardView } from "@hefboom/client";
import { useRef } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { cssVars } from "../../../ui/theme/css-vars.ts";
import css from "./reading-card.module.css";
import { useAttribution } from "./use-attribution.ts";
import { useFittedText } from "./use-fitted-text.ts";

interface ReadingCardProps {
  card: CardView;
  /** How many wrote the same, this card included; it is shown for all of them. */
  doubles?: number | undefined;
}

/** One card, to be read from the back of the hall. */
export function ReadingCard({ card, doubles = 1 }: ReadingCardProps) {
  const t = useText();
  const tint = useLeverTint(card.place.lever);
  const hue = useBoard(({ people }) => card.author && people.get(card.author)?.hue);
  const paper = cssVars({ "--hefboom-person-hue": hue || undefined });
  const own = useAttribution(card);
  const attribution = doubles > 1 ? t("wall.doubles", { count: doubles }) : own;
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
