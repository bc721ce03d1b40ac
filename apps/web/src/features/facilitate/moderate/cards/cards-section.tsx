import { useBoard } from "../../../../board/use-board.ts";
import { useLead } from "../../../../parts/lead/use-lead.ts";
import { useText } from "../../../../texts/use-text.ts";
import { CheckField } from "../../fields/check-field.tsx";
import css from "../moderate.module.css";
import { heldCards } from "./held-cards.ts";
import { HeldList } from "./held-list.tsx";

/** Whether new cards are read first, those that wait to be, and those that were hidden. */
export function CardsSection() {
  const text = useText();
  const lead = useLead();
  const isModerated = useBoard(({ meta }) => meta.settings.isModerated === true);
  const { waiting, hidden } = useBoard(({ cards }) => heldCards(cards));
  const setModerated = (isOn: boolean) =>
    void lead(
      { op: "settings", settings: { isModerated: isOn } },
      text(isOn ? "lead.mod.isModerated" : "lead.mod.isNotModerated"),
    );
  return (
    <div className={css.section}>
      <CheckField
        hint={text("lead.mod.moderatedHint")}
        isChecked={isModerated}
        label={text("lead.mod.moderated")}
        onChange={setModerated}
        role="switch"
      />
      {(isModerated || waiting.length > 0) && (
        <HeldList
          cards={waiting}
          empty={text("lead.mod.noneWaiting")}
          title={text("lead.mod.waitingTitle", { count: waiting.length })}
        />
      )}
      <HeldList
        cards={hidden}
        empty={text("lead.mod.noneHidden")}
        title={text("lead.mod.hiddenTitle", { count: hidden.length })}
      />
    </div>
  );
}
