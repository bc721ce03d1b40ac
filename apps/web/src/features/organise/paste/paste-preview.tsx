import type { LeverView } from "@hefboom/board";

import { useText } from "../../../texts/use-text.ts";
import { Notice } from "../../../ui/notice.tsx";
import css from "./paste.module.css";
import type { PastedCard } from "./reading/parse-cards.ts";

/** Enough to see that the text was understood; problems are shown however far down they are. */
const SHOWN = 10;
const SHOWN_PROBLEMS = 50;

interface PastePreviewProps {
  cards: readonly PastedCard[];
  levers: readonly LeverView[];
}

/** What would be made of the pasted text, before anything is. */
export function PastePreview({ cards, levers }: PastePreviewProps) {
  const t = useText();
  const good = cards.filter(({ problem }) => problem === undefined);
  const bad = cards.filter(({ problem }) => problem !== undefined);
  return (
    <section aria-label={t("organise.paste.preview")} className={css.preview}>
      <p className={css.sum} role="status">
        {t("organise.paste.found", { count: good.length })}
      </p>
      <ol className={css.cards}>
        {good.slice(0, SHOWN).map((card) => (
          <PreviewCard card={card} key={card.line} levers={levers} />
        ))}
      </ol>
      {good.length > SHOWN && <p>{t("organise.paste.more", { count: good.length - SHOWN })}</p>}
      {bad.length > 0 && <Problems cards={bad} />}
    </section>
  );
}

function PreviewCard({ card, levers }: { card: PastedCard; levers: readonly LeverView[] }) {
  const t = useText();
  const number = levers.find(({ id }) => id === card.lever)?.number;
  const facts = [
    t(`kind.${card.kind}`),
    number !== undefined && t("wall.onLever", { number }),
    card.speaker,
  ];
  return (
    <li className={css.card}>
      <p className={card.kind === "quote" ? css.quote : css.note}>{card.text}</p>
      <p className={css.facts}>{facts.filter(Boolean).join(" · ")}</p>
    </li>
  );
}

function Problems({ cards }: { cards: readonly PastedCard[] }) {
  const t = useText();
  return (
    <Notice kind="warning">
      <p>{t("organise.paste.problems", { count: cards.length })}</p>
      <ul className={css.problems}>
        {cards.slice(0, SHOWN_PROBLEMS).map(({ line, text, problem }) => (
          <li key={line}>
            {t("organise.paste.line", { line })} {problem && t(`organise.paste.problem.${problem}`)}
            {text !== "" && <span className={css.words}>{text}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
