import type { CardSaving } from "@hefboom/client";

import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import css from "./saving-mark.module.css";

const textOf = {
  "on-page": "card.onPage",
  "on-device": "card.onDevice",
  saved: "card.saved",
} as const satisfies Record<CardSaving, string>;

/** Whether the card has reached the server's disk: icon and words, never colour alone. */
export function SavingMark({ saving }: { saving: CardSaving }) {
  const text = useText();
  const words = text(textOf[saving]);
  const isSaved = saving === "saved";
  return (
    <span className={isSaved ? css.saved : css.onDevice} data-saving={saving}>
      <Icon name={isSaved ? "check" : "device"} />
      <span className={css.words}>{words}</span>
    </span>
  );
}
