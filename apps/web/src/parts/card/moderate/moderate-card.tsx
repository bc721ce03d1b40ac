import type { CardView } from "@hefboom/client";

import { useBoard } from "../../../board/use-board.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useLead } from "../../lead/use-lead.ts";
import { nameOf } from "../../people/names.ts";
import { announce } from "../../screen/screen-store.ts";
import css from "./moderate-card.module.css";

interface ModerateCardProps {
  card: CardView;
  /** Something was done that is seen, and taken back, on the board: the card may close. */
  onDone?: () => void;
}

/** What who leads does about a card, each by one press: hide it or show it, make everybody look, stop its author. */
export function ModerateCard({ card, onDone }: ModerateCardProps) {
  const text = useText();
  const lead = useLead();
  const isOff = card.held === "hidden" || card.held === "waiting";
  const isOn = card.held === undefined;
  const op = isOff ? "show" : "hide";
  const turn = () => {
    void lead({ op, cardId: card.id }, text(`lead.card.did.${op}`));
    onDone?.();
  };
  const point = () => {
    const target = { kind: "card", id: card.id } as const;
    void lead({ op: "spotlight", target }).then((isDone) => {
      // The bar shows it as long as it lasts.
      if (isDone) announce(text("lead.look.now", { what: text("lead.look.a.card") }));
    });
    onDone?.();
  };
  return (
    <div className={css.verbs}>
      <Button onClick={turn} variant="quiet">
        <Icon name={isOff ? "point" : "hidden"} />
        {text(`lead.card.${op}`)}
      </Button>
      {isOn && <LookHere onPoint={point} />}
      {card.author !== undefined && <StopAuthor author={card.author} onDone={onDone} />}
    </div>
  );
}

function LookHere({ onPoint }: { onPoint: () => void }) {
  const text = useText();
  return (
    <Button onClick={onPoint} variant="quiet">
      <Icon name="point" />
      {text("lead.look.open")}
    </Button>
  );
}

interface StopAuthorProps {
  author: string;
  onDone: (() => void) | undefined;
}

/** Nothing for a card of the staff: they are not in `people`. */
function StopAuthor({ author, onDone }: StopAuthorProps) {
  const text = useText();
  const lead = useLead();
  const isParticipant = useBoard(({ people }) => people.has(author));
  const name = useBoard(({ people }) => nameOf(people, author)) ?? text("person.nameless");
  const isStopped = useBoard(({ staff }) => staff?.stopped.includes(author) === true);
  if (!isParticipant) return null;
  const op = isStopped ? "readmit" : "stop";
  const turn = () => {
    void lead({ op, personId: author }, text(`lead.people.did.${op}`, { name }));
    onDone?.();
  };
  return (
    <Button onClick={turn} variant="quiet">
      <Icon name={isStopped ? "check" : "personOff"} />
      {text(`lead.card.${op}Author`, { name })}
    </Button>
  );
}
