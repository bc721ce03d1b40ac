import { type BoardSummary, facilitateLink, joinLink, projectLink } from "@hefboom/contract";

import { CopyField } from "../../../parts/invite/copy-field.tsx";
import { codeInWords } from "../../../parts/invite/in-words.ts";
import { useText } from "../../../texts/use-text.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Panel } from "../../../ui/panel/panel.tsx";
import { QrCode } from "../../../ui/qr-code.tsx";
import { KeyLink } from "./key-link.tsx";
import type { KnownKeys } from "./known-keys.ts";
import css from "./workshop-view.module.css";

interface InvitePanelProps {
  board: BoardSummary;
  base: string;
  keys: KnownKeys;
  onKey: (keys: KnownKeys) => void;
}

export function InvitePanel({ board, base, keys, onKey }: InvitePanelProps) {
  const t = useText();
  const link = joinLink(base, board.code);
  const isJustMade = keys.facilitator !== undefined && keys.viewer !== undefined;
  return (
    <Panel title={t("organise.invite.title")}>
      {isJustMade && (
        <Notice isLive kind="success">
          {t("organise.new.ready")}
        </Notice>
      )}
      <div className={css.join}>
        <div className={css.qr}>
          <QrCode label={t("organise.invite.qrLabel", { link })} text={link} />
        </div>
        <p className={css.codeBlock}>
          <span>{t("organise.invite.code")}</span>
          <strong className={css.code}>{codeInWords(board.code)}</strong>
        </p>
      </div>
      <CopyField label={t("organise.invite.joinLink")} value={link} />
      <h3>{t("organise.invite.others")}</h3>
      {!isJustMade && <p className={css.hint}>{t("organise.invite.renewExplain")}</p>}
      <KeyLink
        boardId={board.id}
        hint={t("organise.invite.facilitateHint")}
        label={t("organise.invite.facilitateLink")}
        link={keys.facilitator && facilitateLink(base, board.id, keys.facilitator)}
        onKey={(facilitator) => onKey({ facilitator })}
        holder="facilitator"
      />
      <KeyLink
        boardId={board.id}
        hint={t("organise.invite.projectHint")}
        label={t("organise.invite.projectLink")}
        link={keys.viewer && projectLink(base, board.id, keys.viewer)}
        onKey={(viewer) => onKey({ viewer })}
        holder="viewer"
      />
    </Panel>
  );
}
