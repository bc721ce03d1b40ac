import { useBoard, useMe } from "../../board/use-board.ts";
import { usePeerName } from "../../parts/people/use-names.ts";
import { ContinueElsewhere } from "../../parts/session/continue-elsewhere.tsx";
import { useText } from "../../texts/use-text.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { cssVars } from "../../ui/theme/css-vars.ts";
import { namedPeers } from "./named-peers.ts";
import css from "./status.module.css";

/** Who is here now, by name where there is one; with authors hidden only how many. */
export function PresentPeople({ onClose }: { onClose: () => void }) {
  const text = useText();
  const me = useMe();
  const nameOf = usePeerName();
  const peers = useBoard((view) => view.peers);
  const present = useBoard(({ presentCount }) => presentCount);
  const names = namedPeers(peers, me.personId, nameOf);
  return (
    <Dialog
      closeLabel={text("dialog.close")}
      onClose={onClose}
      shape="box"
      title={text("people.title")}
    >
      <p>{text("status.present", { count: present })}</p>
      <ul className={css.people}>
        {names.map(({ id, name, hue, count }) => (
          <li key={id} style={cssVars({ "--hefboom-person-hue": hue })}>
            <span aria-hidden="true" className={css.dot} />
            {count > 1 ? text("people.several", { name, count }) : name}
          </li>
        ))}
      </ul>
      <ContinueElsewhere />
    </Dialog>
  );
}
