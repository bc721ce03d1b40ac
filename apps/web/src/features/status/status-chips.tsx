import { useState } from "react";

import { useBoard } from "../../app/board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { Drawer } from "./drawer.tsx";
import css from "./status.module.css";

/** Who is here, how much is not saved yet, and what was refused. */
export function StatusChips() {
  const text = useText();
  const present = useBoard(({ presentCount }) => presentCount);
  const pending = useBoard(({ pendingCount }) => pendingCount);
  const refused = useBoard(({ drawer }) => drawer.length);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  return (
    <div className={css.chips}>
      {pending > 0 && (
        <span className={css.pending}>
          <Icon name="device" />
          {text("status.pending", { count: pending })}
        </span>
      )}
      {refused > 0 && (
        <button className={css.refused} onClick={() => setDrawerOpen(true)} type="button">
          <Icon name="drawer" />
          {text("status.refused", { count: refused })}
        </button>
      )}
      {present > 0 && (
        <span className={css.present}>
          <Icon name="people" />
          <span aria-hidden="true">{present}</span>
          <span className="visually-hidden">{text("status.present", { count: present })}</span>
        </span>
      )}
      {isDrawerOpen && <Drawer onClose={() => setDrawerOpen(false)} />}
    </div>
  );
}
