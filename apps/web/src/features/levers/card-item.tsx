import { useBoard } from "../../board/use-board.ts";
import { CardFace } from "../../parts/card/card-face.tsx";
import { openCard, useScreen } from "../../parts/screen/screen-store.ts";
import { useText } from "../../texts/use-text.ts";
import css from "./card-item.module.css";

/** Longer texts are cut here and whole in the card's sheet. */
const MAX_LINES = 10;

interface CardItemProps {
  cardId: string;
  lever: string | null;
}

/** A card in the list: pressing it opens its sheet. One that somebody else took away leaves a quiet gap. */
export function CardItem({ cardId, lever }: CardItemProps) {
  const text = useText();
  const card = useBoard(({ cards }) => cards.get(cardId));
  const isNew = useScreen(({ cardToShow }) => cardToShow === cardId);
  if (card === undefined || card.place.lever !== lever) {
    return <li className={css.gone}>{text(card ? "card.movedAway" : "card.gone")}</li>;
  }
  return (
    <li className={isNew ? css.fresh : css.item} data-card={cardId}>
      <CardFace card={card} maxLines={MAX_LINES} />
      <button className={css.open} onClick={() => openCard(cardId)} type="button">
        <span className="visually-hidden">
          {text("card.open", { text: card.text.slice(0, 60) })}
        </span>
      </button>
    </li>
  );
}
