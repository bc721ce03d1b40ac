import { useBoard, useMe } from "../../board/use-board.ts";
import { usePeerName } from "../../parts/people/use-names.ts";
import { cssVars } from "../../ui/theme/css-vars.ts";
import css from "./peer-cursors.module.css";

/** The server sends no more either. */
const MOST = 30;

/** Where others point; decoration for the eye, who is here stands in the header. */
export function PeerCursors() {
  const nameOf = usePeerName();
  const me = useMe();
  const peers = useBoard((view) => view.peers);
  const pointing = peers.filter((peer) => peer.cursor && peer.participantId !== me.personId);
  return (
    <div aria-hidden="true">
      {pointing.slice(0, MOST).map((peer) => (
        <div
          className={css.cursor}
          key={peer.participantId}
          style={{
            ...cssVars({ "--hefboom-person-hue": peer.hue }),
            translate: `${peer.cursor?.x ?? 0}px ${peer.cursor?.y ?? 0}px`,
          }}
        >
          <svg aria-hidden="true" className={css.arrow} viewBox="0 0 16 20">
            <path d="M1 1l13 9-6 1.5 3.5 6.5-2.5 1.2-3.5-6.7L1 17z" />
          </svg>
          <span className={css.name}>{nameOf(peer)}</span>
        </div>
      ))}
    </div>
  );
}
