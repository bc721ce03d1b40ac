import type { Invitation } from "@hefboom/contract";

import { useOpenBoard } from "../../../board/use-board.ts";
import { CopyField } from "../../../parts/invite/copy-field.tsx";
import { addressInWords, codeInWords } from "../../../parts/invite/in-words.ts";
import { useText } from "../../../texts/use-text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { QrCode } from "../../../ui/qr/qr-code.tsx";
import css from "./here.module.css";

interface JoinDialogProps {
  invitation: Invitation;
  onClose: () => void;
}

/** The way in, large enough to hold up a laptop with. */
export function JoinDialog({ invitation, onClose }: JoinDialogProps) {
  const t = useText();
  const { boardId } = useOpenBoard();
  const { code, join, isLoopback } = invitation;
  return (
    <Dialog closeLabel={t("lead.close")} onClose={onClose} shape="box" title={t("lead.join")}>
      {isLoopback && <Notice kind="warning">{t("organise.address.loopback")}</Notice>}
      <div className={css.way}>
        <div className={css.qr}>
          <QrCode label={t("lead.qrLabel")} text={join} />
        </div>
        <p className={css.words}>
          <span>{t("wall.goTo")}</span>
          <strong className={css.address}>{addressInWords(join)}</strong>
          <span>{t("wall.code")}</span>
          <strong className={css.largeCode}>{codeInWords(code)}</strong>
        </p>
      </div>
      <CopyField label={t("organise.invite.joinLink")} value={join} />
      <p>
        <a href={`/b/${boardId}/poster`} rel="noopener" target="_blank">
          {t("poster.title")}
        </a>
      </p>
    </Dialog>
  );
}
