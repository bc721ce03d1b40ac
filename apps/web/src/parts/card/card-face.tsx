import { localise } from "@hefboom/board";
import type { CardView } from "@hefboom/client";

import { useBoard } from "../../board/use-board.ts";
import { useLocale, useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { cssVars } from "../../ui/theme/css-vars.ts";
import { useEditorNames, usePersonName } from "../people/use-names.ts";
import css from "./card-face.module.css";
import { HeldMark } from "./held-mark.tsx";
import { labelTitles } from "./label-titles.ts";
import { SavingMark } from "./saving-mark.tsx";

interface CardFaceProps {
  card: CardView;
  /** Most lines of text that are shown; all when left off. */
  maxLines?: number;
  /** Without "saved", "on this device" and who is typing: for the wall. */
  isStill?: boolean;
  /** It stands for so many cards that say the same. */
  times?: number;
}

/** A card as people see it: a note on its author's paper, or a quote as in print. Sizes follow the font size around it. */
export function CardFace({ card, maxLines, isStill = false, times = 1 }: CardFaceProps) {
  const hue = useBoard(({ people }) => card.author && people.get(card.author)?.hue);
  const isQuote = card.kind === "quote";
  const style = cssVars({ "--hefboom-person-hue": hue || undefined, "--card-lines": maxLines });
  return (
    <article
      className={`${css.card} ${isQuote ? css.quote : css.note}`}
      data-held={card.held}
      style={style}
    >
      {isQuote ? (
        <QuoteText card={card} />
      ) : (
        <p className={css.text} lang={card.lang}>
          {card.text}
        </p>
      )}
      <CardMeta card={card} isStill={isStill} times={times} />
    </article>
  );
}

function QuoteText({ card }: { card: CardView }) {
  return (
    <figure className={css.figure}>
      <blockquote className={css.text} lang={card.lang}>
        {card.text}
      </blockquote>
      {card.speaker && <figcaption className={css.speaker}>{card.speaker}</figcaption>}
    </figure>
  );
}

type CardMetaProps = Required<Pick<CardFaceProps, "card" | "isStill" | "times">>;

function CardMeta({ card, isStill, times }: CardMetaProps) {
  const text = useText();
  const labels = useLabels(card);
  const source = useSource(card);
  const isMarked = !isStill && (card.isOwn || card.saving !== "saved");
  return (
    <footer className={css.meta}>
      {card.held && <HeldMark held={card.held} />}
      {times > 1 && <strong>{text("cluster.times", { count: times })}</strong>}
      {source && <span className={css.author}>{source}</span>}
      {labels.map((label) => (
        <span className={css.label} key={label}>
          {label}
        </span>
      ))}
      {!isStill && <Editors cardId={card.id} />}
      {isMarked && <SavingMark saving={card.saving} />}
    </footer>
  );
}

/** Where the words come from. A scribe writes notes of others too: who is named on one said yes to it; a quote has its speaker. */
function useSource(card: CardView): string | undefined {
  const text = useText();
  const author = usePersonName(card.author);
  if (card.kind === "note" && card.via === "scribe" && card.speaker) return card.speaker;
  return card.via ? text(`card.via.${card.via}`) : author;
}

function Editors({ cardId }: { cardId: string }) {
  const text = useText();
  const names = useEditorNames(cardId);
  if (names === "") return null;
  return (
    <span className={css.editors}>
      <Icon name="edit" />
      {text("card.editing", { names })}
    </span>
  );
}

function useLabels(card: CardView): string[] {
  const locale = useLocale();
  const meta = useBoard((view) => view.meta);
  return labelTitles(meta.labelSets, card.labels, (title) => localise(title, locale, meta.locale));
}
