import { useBoard, useOpenBoard } from "../../../board/use-board.ts";
import { codeInWords } from "../../../parts/invite/in-words.ts";
import { useInvitation } from "../../../parts/invite/use-invitation.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { openLead } from "../lead-screen.ts";
import css from "./bar.module.css";

/** Who is here, how others come in, and the screen for the hall. */
export function HereButtons() {
  const text = useText();
  const { boardId } = useOpenBoard();
  const presentCount = useBoard((view) => view.presentCount);
  const invitation = useInvitation();
  return (
    <>
      <Button className={css.tool} onClick={() => openLead("people")} variant="quiet">
        <Icon name="people" />
        {text("lead.here", { count: presentCount })}
      </Button>
      <Button className={css.tool} onClick={() => openLead("join")} variant="quiet">
        <Icon name="link" />
        <span className={css.codeWord}>{text("lead.joinButton")}</span>
        {invitation && <strong className={css.code}>{codeInWords(invitation.code)}</strong>}
      </Button>
      <a className={css.wall} href={`/b/${boardId}/wall`} rel="noopener" target="_blank">
        <Icon name="screen" />
        {text("lead.openWall")}
      </a>
    </>
  );
}
