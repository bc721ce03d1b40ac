import { useBoard, useSession } from "../../../board/use-board.ts";
import { nameOf } from "../../../parts/people/names.ts";
import { useText } from "../../../texts/use-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { closeLead } from "../lead-screen.ts";
import css from "./here.module.css";

const MINUTE_MS = 60_000;
const NOBODY: readonly never[] = [];

/** Who has a hand up, the longest first. */
export function HandsDialog() {
  const text = useText();
  const session = useSession();
  const hands = useBoard(({ staff }) => staff?.hands ?? NOBODY);
  const people = useBoard((view) => view.people);
  const minutesOf = (at: number) => Math.floor(Math.max(0, session.serverNow() - at) / MINUTE_MS);
  return (
    <Dialog
      closeLabel={text("dialog.close")}
      onClose={closeLead}
      shape="box"
      title={text("lead.hands.title")}
    >
      <p role="status">{text("lead.hands.count", { count: hands.length })}</p>
      <ol className={css.hands}>
        {hands.map(({ personId, at }) => (
          <li key={personId}>
            <strong>{nameOf(people, personId) ?? text("person.nameless")}</strong>
            <span className={css.since}>{text("lead.hands.since", { count: minutesOf(at) })}</span>
          </li>
        ))}
      </ol>
      <p>{text("lead.hands.help")}</p>
    </Dialog>
  );
}
