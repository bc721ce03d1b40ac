import { Suspense, useState } from "react";

import { useBoard } from "../../board/use-board.ts";
import { lazyPart } from "../../parts/session/lazy-part.tsx";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import css from "./status.module.css";

const Drawer = lazyPart(() => import("./drawer.tsx").then((m) => m.Drawer));
const PresentPeople = lazyPart(() => import("./present-people.tsx").then((m) => m.PresentPeople));

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
      <Suspense>
        {isListOpen && <PresentPeople onClose={() => setListOpen(false)} />}
        {isDrawerOpen && <Drawer onClose={() => setDrawerOpen(false)} />}
      </Suspense>
    </div>
  );
}
