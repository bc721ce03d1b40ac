import type { CardView } from "@hefboom/client";

import { SavingMark } from "../../parts/card/saving-mark.tsx";
import { useEditorNames } from "../../parts/people/use-names.ts";
import { useText } from "../../texts/use-text.ts";
import css from "./card-sheet.module.css";

/** While typing: who else types here, and whether the letters are saved. */
export function CardState({ card }: { card: CardView }) {
  const text = useText();
  const names = useEditorNames(card.id);
  return (
    <p className={css.state}>
      {names !== "" && <span className={css.names}>{text("card.editing", { names })}</span>}
      <SavingMark saving={card.saving} />
    </p>
  );
}
