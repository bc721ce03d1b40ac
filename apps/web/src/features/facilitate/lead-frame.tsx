import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

import { useOpenBoard } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { useHasRoom } from "./bar/use-has-room.ts";
import css from "./lead-frame.module.css";
import { closeLead, leadBoard, openLead, useLeadScreen } from "./lead-screen.ts";
import { hasOwnNewLink } from "./moderate/access/own-key.ts";
import { Moderation } from "./moderate/moderation.tsx";

/** The page of who leads: the board, where there is room with the moderation beside it instead of over it. */
export function LeadFrame({ children }: { children: ReactNode }) {
  const { boardId } = useOpenBoard();
  const hasRoom = useHasRoom();
  const isBeside = useLeadScreen(({ dialog }) => dialog === "moderate") && hasRoom;
  useEffect(() => {
    leadBoard(boardId);
    if (hasOwnNewLink()) openLead("moderate");
  }, [boardId]);
  return (
    <div className={isBeside ? css.beside : css.alone}>
      {children}
      {isBeside && <SidePanel />}
    </div>
  );
}

function SidePanel() {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") closeLead();
  };
  return (
    <aside aria-labelledby="moderate-title" className={css.panel} onKeyDown={closeByKey}>
      <div className={css.head}>
        <h2 id="moderate-title" ref={heading} tabIndex={-1}>
          {text("lead.mod.title")}
        </h2>
        <button
          aria-label={text("dialog.close")}
          className={css.close}
          onClick={closeLead}
          type="button"
        >
          <Icon name="close" />
        </button>
      </div>
      <div className={css.body}>
        <Moderation />
      </div>
    </aside>
  );
}
