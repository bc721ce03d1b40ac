import type { CardView } from "@hefboom/client";
import { useEffect, useRef, useState } from "react";

import { useSession } from "../../board/use-board.ts";
import { closeCard, offerUndo, touchCard } from "../../parts/screen/screen-store.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./card-sheet.module.css";

/** Deletes a card after a second press; `UndoDelete` says so, and offers to take it back. */
export function DeleteCard({ card }: { card: CardView }) {
  const text = useText();
  const session = useSession();
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  if (!isAsking) {
    return (
      <Button className={css.delete} onClick={() => setAsking(true)} variant="quiet">
        <Icon name="trash" />
        {text("card.delete")}
      </Button>
    );
  }
  const remove = () => {
    touchCard(card.id);
    session.remove(card.id);
    closeCard();
    offerUndo(card.id);
  };
  return (
    <fieldset className={css.ask}>
      <legend>{text("card.deleteAsk")}</legend>
      <div className={css.steps}>
        <Button onClick={() => setAsking(false)} ref={keep} variant="quiet">
          {text("card.keep")}
        </Button>
        <Button onClick={remove} variant="danger">
          {text("card.deleteYes")}
        </Button>
      </div>
    </fieldset>
  );
}
