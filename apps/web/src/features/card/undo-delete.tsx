import { useEffect, useState } from "react";

import { useSession } from "../../board/use-board.ts";
import {
  closeUndo,
  noteTakenBack,
  openCard,
  showCard,
  touchCard,
  useScreen,
} from "../../parts/screen/screen-store.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import css from "./undo-delete.module.css";

/** So long the offer stays, in ms; as long as it is pointed at or has the focus it stays anyhow. */
const OFFER_MS = 12_000;

/** Says that a card was deleted and offers to take that back. The region is always there, so that screen readers hear it fill. */
export function UndoDelete() {
  const deletion = useScreen((state) => state.deletion);
  return (
    <div className={css.region} role="status">
      {deletion && <Offer key={deletion.cardId} {...deletion} />}
    </div>
  );
}

function Offer({ cardId, state }: { cardId: string; state: "deleted" | "takenBack" }) {
  const text = useText();
  const session = useSession();
  const attention = useLeaving();
  const isDeleted = state === "deleted";
  const takeBack = () => {
    touchCard(cardId);
    session.restore(cardId);
    noteTakenBack(cardId);
    showCard(cardId);
  };
  const open = () => {
    closeUndo();
    openCard(cardId);
  };
  return (
    <div className={css.offer} {...attention}>
      <p>{text(isDeleted ? "card.deleted" : "card.restored")}</p>
      {/* One button that changes, so that the focus stays where it is. */}
      <Button className={css.button} onClick={isDeleted ? takeBack : open} variant="quiet">
        {text(isDeleted ? "card.undo" : "card.openAgain")}
      </Button>
    </div>
  );
}

/** Closes the offer when nobody has attended to it for a while. @returns what tells that somebody does */
function useLeaving() {
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isAttended = isPointedAt || hasFocus;
  useEffect(() => {
    if (isAttended) return undefined;
    const timer = setTimeout(closeUndo, OFFER_MS);
    return () => clearTimeout(timer);
  }, [isAttended]);
  return {
    onPointerEnter: () => setPointedAt(true),
    onPointerLeave: () => setPointedAt(false),
    onFocus: () => setFocus(true),
    onBlur: () => setFocus(false),
  };
}
