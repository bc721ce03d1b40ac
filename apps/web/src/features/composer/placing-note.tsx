import { useBoard, useMe } from "../../board/use-board.ts";
import { useLocalise } from "../../parts/lever/use-lever.ts";
import { usePhase } from "../../parts/session/use-phase.ts";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import css from "./composer.module.css";
import { heldAtFirst, type NotNow } from "./draft/placing.ts";

interface PlacingNoteProps {
  id: string;
  /** Why it cannot be placed now; the words stay where they are. */
  notNow: NotNow | undefined;
}

/** Who will see the card at first, or why it cannot be placed now. Read out when it changes, as with another phase. */
export function PlacingNote({ id, notNow }: PlacingNoteProps) {
  const text = useText();
  const say = useLocalise();
  const { role } = useMe();
  const phase = usePhase();
  const held = useBoard(({ meta }) => heldAtFirst(meta, role));
  return (
    <div className={css.note} id={id} role="status" tabIndex={-1}>
      {notNow !== undefined ? (
        <p className={css.notNow}>
          <Icon name="info" />
          {text(`composer.notNow.${notNow}`, { phase: say(phase.title) })}
        </p>
      ) : (
        held && (
          <p className={css.held}>
            <Icon name="hidden" />
            {text(held === "draft" ? "composer.isDraft" : "composer.isWaiting")}
          </p>
        )
      )}
    </div>
  );
}
