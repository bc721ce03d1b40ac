import type { HeldState } from "@hefboom/board";

import { useText } from "../../texts/use-text.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import css from "./saving-mark.module.css";

/** What is due was revealed and is on its way to the board: for its author still the draft that it was. */
type Shown = Exclude<HeldState, "due">;
const iconOf: Record<Shown, IconName> = { draft: "edit", waiting: "clock", hidden: "hidden" };

/** Why others do not see this card: in words, never by its look alone. */
export function HeldMark({ held }: { held: HeldState }) {
  const text = useText();
  const shown: Shown = held === "due" ? "draft" : held;
  return (
    <span className={css.held} data-mark="held">
      <Icon name={iconOf[shown]} />
      <span className={css.words}>{text(`card.held.${shown}`)}</span>
    </span>
  );
}
