import { isAllowed, rightsNow } from "@hefboom/board";
import { useState } from "react";

import { useBoard, useMe, useSession } from "../../../board/use-board.ts";
import { announce } from "../../../parts/screen/screen-store.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./hand-button.module.css";

/** Asks for the floor; the facilitator sees who did, and since when. */
export function HandButton() {
  const { role } = useMe();
  const mayRaise = useBoard(
    ({ meta }) => meta.settings.isClosed !== true && isAllowed(role, rightsNow(meta), "raise-hand"),
  );
  return mayRaise ? <Hand /> : null;
}

function Hand() {
  const text = useText();
  const [isUp, setUp] = useHand();
  return (
    <button
      aria-label={text(isUp ? "hand.lower" : "hand.raise")}
      aria-pressed={isUp}
      className={css.hand}
      onClick={() => void setUp(!isUp)}
      title={text(isUp ? "hand.lower" : "hand.raise")}
      type="button"
    >
      <Icon name="hand" />
    </button>
  );
}

/** Whether the hand is up, shown at once as it was asked. */
function useHand(): [boolean, (isUp: boolean) => Promise<void>] {
  const text = useText();
  const session = useSession();
  const isUp = useBoard(({ isHandUp }) => isHandUp);
  const [wanted, setWanted] = useState<boolean>();
  const change = async (next: boolean) => {
    setWanted(next);
    const outcome = await session.ask({ op: "hand", isUp: next });
    setWanted(undefined);
    if ("saved" in outcome) announce(text(next ? "hand.isUp" : "hand.isDown"));
    else announce(text("problem.refused", { reason: text(`refused.${outcome.refused}`) }));
  };
  return [wanted ?? isUp, change];
}
