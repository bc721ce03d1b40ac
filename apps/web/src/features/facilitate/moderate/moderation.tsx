import { useState } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { AccessSection } from "./access/access-section.tsx";
import { hasOwnNewLink } from "./access/own-key.ts";
import { BinSection } from "./cards/bin-section.tsx";
import { CardsSection } from "./cards/cards-section.tsx";
import { heldCards } from "./cards/held-cards.ts";
import css from "./moderate.module.css";
import { PeopleSection } from "./people/people-section.tsx";

const sections = ["cards", "people", "access", "bin"] as const;
type Section = (typeof sections)[number];

/** Who leads keeps order here: cards that wait or were hidden, people, who may come in, the bin. */
export function Moderation() {
  const text = useText();
  const [section, setSection] = useState<Section>(hasOwnNewLink() ? "access" : "cards");
  const waiting = useBoard(({ cards }) => heldCards(cards).waiting.length);
  return (
    <>
      <fieldset aria-label={text("lead.mod.sections")} className={css.tabs}>
        {sections.map((each) => (
          <button
            aria-pressed={each === section}
            className={css.tab}
            key={each}
            onClick={() => setSection(each)}
            type="button"
          >
            {text(`lead.mod.section.${each}`)}
            {each === "cards" && waiting > 0 && <span className={css.badge}>{waiting}</span>}
          </button>
        ))}
      </fieldset>
      {section === "cards" && <CardsSection />}
      {section === "people" && <PeopleSection />}
      {section === "access" && <AccessSection />}
      {section === "bin" && <BinSection />}
    </>
  );
}
