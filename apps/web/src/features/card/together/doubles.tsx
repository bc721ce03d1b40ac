import type { ClusterView } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import { usePersonName } from "../../../parts/people/use-names.ts";
import { openCard } from "../../../parts/screen/screen-store.ts";
import { useText } from "../../../texts/use-text.ts";
import css from "./card-group.module.css";

interface DoublesProps {
  cluster: ClusterView;
  /** The card that is open. */
  cardId: string;
}

/** The other cards that say the same: each keeps its words and its author. */
export function Doubles({ cluster, cardId }: DoublesProps) {
  const text = useText();
  const others = cluster.members.filter((id) => id !== cardId);
  return (
    <section className={css.doubles}>
      <h3>{text("cluster.doubles")}</h3>
      <ul>
        {others.map((id) => (
          <Double cardId={id} key={id} lever={cluster.lever} />
        ))}
      </ul>
    </section>
  );
}

function Double({ cardId, lever }: { cardId: string; lever: string | null }) {
  const card = useBoard(({ cards }) => cards.get(cardId));
  const author = usePersonName(card?.author);
  if (card === undefined || card.place.lever !== lever) return null;
  return (
    <li>
      <button className={css.double} onClick={() => openCard(cardId)} type="button">
        {card.text}
        {author && <span className={css.author}>{author}</span>}
      </button>
    </li>
  );
}
