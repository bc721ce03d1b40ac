import type { CardView } from "@hefboom/client";

import { useText } from "../../../texts/use-text.ts";
import { useAttribution } from "../card/use-attribution.ts";
import css from "./wall-list.module.css";
import { WallLine, WallList } from "./wall-list.tsx";

export function NewestCards({ cards }: { cards: readonly CardView[] }) {
  const t = useText();
  return (
    <WallList title={t("wall.newest")}>
      {cards.map((card) => (
        <NewestCard card={card} key={card.id} />
      ))}
    </WallList>
  );
}

function NewestCard({ card }: { card: CardView }) {
  const attribution = useAttribution(card);
  return (
    <WallLine lever={card.place.lever}>
      <div className={css.words}>
        <p className={card.kind === "quote" ? css.quote : css.note}>{card.text}</p>
        {attribution && <p className={css.who}>{attribution}</p>}
      </div>
    </WallLine>
  );
}
