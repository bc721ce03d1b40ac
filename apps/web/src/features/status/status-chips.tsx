import { useState } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { Drawer } from "./drawer.tsx";
import { PresentPeople } from "./present-people.tsx";
import css from "./status.module.css";

/** How many are here, and what was refused. */
export function StatusChips() {
  const text = useText();
  const present = useBoard(({ presentCount }) => presentCount);
  const refused = useBoard(({ drawer }) => drawer.length);
  const [isListOpen, setListOpen] = useState(false);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  return (
    <div className={css.chips}>
      <div role="status">
        {refused > 0 && (
          <button className={css.refused} onClick={() => setDrawerOpen(true)} type="button">
            <Icon name="drawer" />
            {text("status.refused", { count: refused })}
          </button>
        )}
      </div>
      {present > 0 && (
        <button className={css.present} onClick={() => setListOpen(true)} type="button">
          <Icon name="people" />
          <span aria-hidden="true">{present}</span>
          <span className="visually-hidden">{text("status.present", { count: present })}</span>
        </button>
      )}
      {isListOpen && <PresentPeople onClose={() => setListOpen(false)} />}
      {isDrawerOpen && <Drawer onClose={() => setDrawerOpen(false)} />}
    </div>
  );
}
