import type { CardView } from "@hefboom/client";

import { useBoard, useMe, useSession } from "../../../board/use-board.ts";
import { HeldMark } from "../../../parts/card/held-mark.tsx";
import { rightsOnCard } from "../../../parts/card/rights.ts";
import { SavingMark } from "../../../parts/card/saving-mark.tsx";
import { LeverBadge } from "../../../parts/lever/lever-badge.tsx";
import { useLeverTint, useLocalise } from "../../../parts/lever/use-lever.ts";
import { offerUndo, openCard, touchCard } from "../../../parts/screen/screen-store.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import css from "./recent.module.css";

interface RecentCardProps {
  card: CardView;
  /** The button that had the focus is gone with its card. */
  onRemoved: () => void;
}

/** One card that was entered, with where it is and what can still be done about it. */
export function RecentCard({ card, onRemoved }: RecentCardProps) {
  const tint = useLeverTint(card.place.lever);
  return (
    <li className={css.card} style={tint}>
      <CardLever leverId={card.place.lever} />
      <div className={css.said}>
        <p className={card.kind === "quote" ? css.quote : css.note}>{card.text}</p>
        {card.speaker && <p className={css.who}>{card.speaker}</p>}
        <p className={css.marks}>
          {card.held && <HeldMark held={card.held} />}
          <SavingMark saving={card.saving} />
        </p>
      </div>
      <CardActions card={card} onRemoved={onRemoved} />
    </li>
  );
}

function CardLever({ leverId }: { leverId: string | null }) {
  const t = useText();
  const say = useLocalise();
  const lever = useBoard(({ levers }) => levers.find(({ id }) => id === leverId));
  if (lever === undefined) return <Icon label={t("tray.title")} name="drawer" />;
  return (
    <span className={css.lever}>
      <span aria-hidden="true">
        <LeverBadge number={lever.number} />
      </span>
      <span className="visually-hidden">{say(lever.title)}</span>
    </span>
  );
}

/** No question before deleting: what is deleted can be taken back at once. */
function CardActions({ card, onRemoved }: RecentCardProps) {
  const t = useText();
  const session = useSession();
  const { role } = useMe();
  const meta = useBoard((view) => view.meta);
  const { canEdit, canMove, canDelete } = rightsOnCard(meta, role, card);
  const remove = () => {
    touchCard(card.id);
    session.remove(card.id);
    offerUndo(card.id);
    onRemoved();
  };
  return (
    <div className={css.actions}>
      {(canEdit || canMove) && (
        <Button
          aria-label={t("scribe.editFor", { text: card.text })}
          onClick={() => openCard(card.id)}
          variant="quiet"
        >
          <Icon name="edit" />
        </Button>
      )}
      {canDelete && (
        <Button
          aria-label={t("scribe.deleteFor", { text: card.text })}
          onClick={remove}
          variant="quiet"
        >
          <Icon name="trash" />
        </Button>
      )}
    </div>
  );
}
