import type { Bin } from "@hefboom/contract";
import { useRef } from "react";

import { useBoard, useOpenBoard } from "../../../../board/use-board.ts";
import { ProblemNotice } from "../../../../parts/problem/problem-notice.tsx";
import { touchCard } from "../../../../parts/screen/screen-store.ts";
import { useLocale, useText } from "../../../../texts/use-text.ts";
import { Button } from "../../../../ui/button.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { useFetched } from "../../use-fetched.ts";
import css from "../moderate.module.css";

/** Cards that were deleted, to be put back. */
export function BinSection() {
  const text = useText();
  const { boardId, session } = useOpenBoard();
  const { data, error, refresh } = useFetched<Bin>(`/api/boards/${boardId}/bin`);
  const help = useRef<HTMLParagraphElement>(null);
  const onBoard = useBoard(({ cards }) => cards);
  // The list is as old as its fetch: what is on the board again is not in the bin.
  const cards = data?.cards.filter(({ cardId }) => !onBoard.has(cardId));
  const restore = (cardId: string) => {
    help.current?.focus(); // the button goes
    touchCard(cardId);
    session.restore(cardId);
  };
  return (
    <div className={css.section}>
      <p ref={help} tabIndex={-1}>
        {text("lead.bin.help")}
      </p>
      {error !== undefined && <ProblemNotice error={error} onRetry={refresh} />}
      {cards?.length === 0 && <p className={css.empty}>{text("lead.bin.empty")}</p>}
      <ul className={css.cards}>
        {cards?.map((card) => (
          <li key={card.cardId}>
            <BinnedCard card={card} onRestore={() => restore(card.cardId)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface BinnedCardProps {
  card: Bin["cards"][number];
  onRestore: () => void;
}

function BinnedCard({ card, onRestore }: BinnedCardProps) {
  const text = useText();
  const locale = useLocale();
  const { kind, speaker, binnedAt } = card;
  const time = new Date(binnedAt).toLocaleString(locale, {
    dateStyle: "short",
    timeStyle: "short",
  });
  return (
    <div className={css.card}>
      <p className={css.lever}>
        {text("lead.bin.deletedAt", { kind: text(`kind.${kind}`), time })}
      </p>
      <p className={css.binned}>{card.text}</p>
      {speaker && <p className={css.facts}>{speaker}</p>}
      <div className={css.verbs}>
        <Button onClick={onRestore} variant="quiet">
          <Icon name="undo" />
          {text("lead.bin.restore")}
        </Button>
      </div>
    </div>
  );
}
