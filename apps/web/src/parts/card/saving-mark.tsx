import type { CardSaving } from "@hefboom/client";

import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import css from "./saving-mark.module.css";

/** Whether the card has reached the server's disk: icon and words, never colour alone. */
export function SavingMark({ saving }: { saving: CardSaving }) {
  const text = useText();
  const isSaved = saving === "saved";
  return (
    <span className={isSaved ? css.saved : css.onDevice}>
      <Icon name={isSaved ? "check" : "device"} />
      {text(isSaved ? "card.saved" : "card.onDevice")}
    </span>
  );
}
