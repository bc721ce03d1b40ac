import type { CardView } from "@hefboom/client";

import { useBoard } from "../../../board/use-board.ts";
import { CardFace } from "../../../parts/card/card-face.tsx";
import type { ClusterBlock } from "../../../parts/cluster/arrange.ts";
import { useSaidBy } from "../../../parts/cluster/use-said-by.ts";
import { openCard, useScreen } from "../../../parts/screen/screen-store.ts";
import { VotesOf } from "../../../parts/vote/votes-of.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import type { Chosen } from "../choosing/use-chosen.ts";
import css from "./card-item.module.css";

/** Longer texts are cut here and whole in the card's sheet. */
const MAX_LINES = 10;
const FIRST_WORDS = 60;

interface CardItemProps {
  cardId: string;
  lever: string | null;
  /** It stands for all of these, merged. */
  doubles?: ClusterBlock | undefined;
  /** Cards are being chosen: pressing it chooses it. */
  chosen?: Chosen | undefined;
}

/** A card in the list: pressing it opens its sheet. One that somebody else took away leaves a quiet gap. */
export function CardItem({ cardId, lever, doubles, chosen }: CardItemProps) {
  const text = useText();
  const card = useBoard(({ cards }) => cards.get(cardId));
  const isNew = useScreen(({ cardToShow }) => cardToShow === cardId);
  const cardIds = doubles?.members ?? [cardId];
  const isSpotlit = useBoard(
    ({ meta: { spotlight } }) => spotlight?.kind === "card" && cardIds.includes(spotlight.id),
  );
  if (card === undefined || card.place.lever !== lever) {
    return <li className={css.gone}>{text(card ? "card.movedAway" : "card.gone")}</li>;
  }
  const words = card.text.slice(0, FIRST_WORDS);
  return (
    <li
      className={isNew ? css.fresh : css.item}
      data-card={cardId}
      data-doubles={doubles?.members.join(" ")}
      data-spotlit={isSpotlit || undefined}
    >
      {doubles && doubles.cluster.title !== "" && (
        <h3 className={css.heading}>{doubles.cluster.title}</h3>
      )}
      <CardFace card={card} maxLines={MAX_LINES} times={cardIds.length} />
      {doubles && <SaidBy cardIds={cardIds} />}
      <Press card={card} cardIds={cardIds} chosen={chosen} words={words} />
      {isSpotlit && (
        <p className={css.spot}>
          <Icon name="point" />
          {text("spotlight.here")}
        </p>
      )}
      {card.held === undefined && <VotesOf name={words} on="card" targets={cardIds} />}
    </li>
  );
}

interface PressProps {
  card: CardView;
  cardIds: readonly string[];
  chosen: Chosen | undefined;
  words: string;
}

/** The whole card is the target. */
function Press({ card, cardIds, chosen, words }: PressProps) {
  const text = useText();
  if (chosen === undefined) {
    return (
      <button className={css.open} data-open="" onClick={() => openCard(card.id)} type="button">
        <span className="visually-hidden">{text("card.open", { text: words })}</span>
      </button>
    );
  }
  if (card.held !== undefined) return null; // what is not on the board stands in no group
  const isChosen = chosen.ids.has(card.id);
  return (
    <button
      aria-pressed={isChosen}
      className={css.choose}
      data-open=""
      onClick={() => chosen.toggle(cardIds)}
      type="button"
    >
      <span className={css.tick}>{isChosen && <Icon name="check" />}</span>
      <span className="visually-hidden">{text("cluster.chooseCard", { text: words })}</span>
    </button>
  );
}

function SaidBy({ cardIds }: { cardIds: readonly string[] }) {
  const text = useText();
  const names = useSaidBy(cardIds);
  return names === "" ? null : <p className={css.saidBy}>{text("cluster.by", { names })}</p>;
}
