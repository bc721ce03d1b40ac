import type { DrawerEntry } from "@hefboom/client";

import { useBoard, useSession } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import css from "./status.module.css";

/** What the server refused, with the reason and the words, until the person tries again or throws it away. */
export function Drawer({ onClose }: { onClose: () => void }) {
  const text = useText();
  const entries = useBoard(({ drawer }) => drawer);
  return (
    <Dialog closeLabel={text("dialog.close")} onClose={onClose} title={text("drawer.title")}>
      <p>{text(entries.length > 0 ? "drawer.explanation" : "drawer.empty")}</p>
      <ul className={css.entries}>
        {entries.map((entry) => (
          <li className={css.entry} key={entry.id}>
            <RefusedEntry entry={entry} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function RefusedEntry({ entry }: { entry: DrawerEntry }) {
  const text = useText();
  const session = useSession();
  return (
    <>
      <p className={css.reason}>
        {text(`drawer.op.${entry.op}`)}: {text(`refused.${entry.refused}`)}
      </p>
      {entry.text !== undefined && <p className={css.words}>{entry.text}</p>}
      <div className={css.actions}>
        <Button onClick={() => session.retry(entry.id)} variant="quiet">
          {text("drawer.retry")}
        </Button>
        <Button onClick={() => session.discard(entry.id)} variant="quiet">
          {text("drawer.discard")}
        </Button>
      </div>
    </>
  );
}
