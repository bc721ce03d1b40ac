import { isAllowed } from "@hefboom/board";
import { useState } from "react";

import { useBoard, useMe, useOpenBoard } from "../../board/use-board.ts";
import { ExportChoices } from "../../parts/export/export-choices.tsx";
import { codeInWords } from "../../parts/invite/in-words.ts";
import { useInvitation } from "../../parts/invite/use-invitation.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import css from "./facilitate-bar.module.css";
import { JoinDialog } from "./join-dialog.tsx";
import { PeopleDialog } from "./people-dialog.tsx";

type Open = "join" | "people" | "export";

/** What leads a session, above the board: the way in, who is here, the wall, the export. Phases come in here later. */
export function FacilitateBar() {
  const t = useText();
  const { boardId } = useOpenBoard();
  const { role } = useMe();
  const mayManage = useBoard(({ meta }) => isAllowed(role, meta.phase.id, "manage"));
  const presentCount = useBoard((view) => view.presentCount);
  const invitation = useInvitation();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <section aria-label={t("lead.bar")} className={css.bar}>
      <Button className={css.join} onClick={() => setOpen("join")} variant="quiet">
        <Icon name="link" />
        <span>{t("lead.joinButton")}</span>
        {invitation && <strong className={css.code}>{codeInWords(invitation.code)}</strong>}
      </Button>
      <Button onClick={() => setOpen("people")} variant="quiet">
        <Icon name="people" />
        {t("lead.present", { count: presentCount })}
      </Button>
      {mayManage && (
        <Button onClick={() => setOpen("export")} variant="quiet">
          <Icon name="download" />
          {t("lead.export")}
        </Button>
      )}
      <a className={css.wall} href={`/b/${boardId}/wall`} rel="noopener" target="_blank">
        <Icon name="screen" />
        {t("lead.openWall")}
      </a>
      {open === "join" && invitation && <JoinDialog invitation={invitation} onClose={close} />}
      {open === "people" && <PeopleDialog onClose={close} />}
      {open === "export" && (
        <Dialog closeLabel={t("lead.close")} onClose={close} shape="box" title={t("export.title")}>
          <ExportChoices boardId={boardId} credential={role} />
        </Dialog>
      )}
    </section>
  );
}
