import type { CardView } from "@hefboom/client";
import { useRef } from "react";

import { useBoard, useSession } from "../../../../board/use-board.ts";
import { CardFace } from "../../../../parts/card/card-face.tsx";
import { useLead } from "../../../../parts/lead/use-lead.ts";
import { useLeverTint, useLocalise } from "../../../../parts/lever/use-lever.ts";
import { touchCard } from "../../../../parts/screen/screen-store.ts";
import { useText } from "../../../../texts/use-text.ts";
import { Button } from "../../../../ui/button.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { AskFirst } from "../../fields/ask-first.tsx";
import css from "../moderate.module.css";

/** So many at once; as they are dealt with the others come up. */
const SHOWN = 40;

interface HeldListProps {
  title: string;
  empty: string;
  cards: readonly CardView[];
}

/** Cards that are not on the board, each with what can be done about it. */
export function HeldList({ title, empty, cards }: HeldListProps) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const rest = cards.length - SHOWN;
  return (
    <section className={css.held}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {cards.length === 0 && <p className={css.empty}>{empty}</p>}
      <ul className={css.cards}>
        {cards.slice(0, SHOWN).map((card) => (
          <li key={card.id}>
            <HeldCard card={card} onGone={() => heading.current?.focus()} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{text("lead.mod.andMore", { count: rest })}</p>}
    </section>
  );
}

interface HeldCardProps {
  card: CardView;
  /** The card leaves this list, with the button that had the focus. */
  onGone: () => void;
}

function HeldCard({ card, onGone }: HeldCardProps) {
  const text = useText();
  const tint = useLeverTint(card.place.lever);
  const { show, hide, remove } = useHeldVerbs(card, onGone);
  return (
    <div className={css.card} style={tint}>
      <LeverName lever={card.place.lever} />
      <CardFace card={card} isStill maxLines={8} />
      <div className={css.verbs}>
        <Button onClick={show} variant={card.held === "waiting" ? "primary" : "quiet"}>
          <Icon name="point" />
          {text("lead.card.show")}
        </Button>
        {card.held === "waiting" && (
          <Button onClick={hide} variant="quiet">
            <Icon name="hidden" />
            {text("lead.card.hide")}
          </Button>
        )}
        <AskFirst
          onYes={remove}
          question={text("lead.card.deleteAsk")}
          yes={text("card.deleteYes")}
        >
          <Icon name="trash" />
          {text("lead.card.delete")}
        </AskFirst>
      </div>
    </div>
  );
}

function useHeldVerbs(card: CardView, onGone: () => void) {
  const text = useText();
  const lead = useLead();
  const session = useSession();
  const set = (op: "show" | "hide") => {
    onGone();
    void lead({ op, cardId: card.id }, text(`lead.card.did.${op}`));
  };
  return {
    show: () => set("show"),
    hide: () => set("hide"),
    remove: () => {
      onGone();
      touchCard(card.id);
      session.remove(card.id); // it lies in the bin, a section further
    },
  };
}

function LeverName({ lever }: { lever: string | null }) {
  const text = useText();
  const say = useLocalise();
  const facts = useBoard(({ levers }) => levers.find(({ id }) => id === lever));
  return (
    <p className={css.lever}>
      {facts ? `${facts.number}. ${say(facts.title)}` : text("tray.title")}
    </p>
  );
}
