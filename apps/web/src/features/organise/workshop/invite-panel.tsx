import {
  type BoardSummary,
  facilitateLink,
  joinLink,
  projectLink,
  scribeLink,
} from "@hefboom/contract";

import { CopyField } from "../../../parts/invite/copy-field.tsx";
import { codeInWords } from "../../../parts/invite/in-words.ts";
import { KeyLink } from "../../../parts/invite/key-link.tsx";
import { useKeyRoles } from "../../../parts/invite/use-key-roles.ts";
import { useText } from "../../../texts/use-text.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Panel } from "../../../ui/panel/panel.tsx";
import { QrCode } from "../../../ui/qr/qr-code.tsx";
import type { KnownKeys } from "./known-keys.ts";
import { RenewCode } from "./renew-code.tsx";
import css from "./workshop-view.module.css";

interface InvitePanelProps {
  board: BoardSummary;
  base: string;
  keys: KnownKeys;
  onKey: (keys: KnownKeys) => void;
  onChanged: () => Promise<void>;
}

export function InvitePanel({ onChanged, ...props }: InvitePanelProps) {
  const t = useText();
  const { board, base, keys } = props;
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
      <RenewCode boardId={board.id} onChanged={onChanged} />
      <CopyField label={t("organise.invite.joinLink")} value={link} />
      <h3>{t("organise.invite.others")}</h3>
      {!isJustMade && <p className={css.hint}>{t("organise.invite.renewExplain")}</p>}
      <KeyLinks {...props} />
    </Panel>
  );
}

/** Links with a key, for who helps. */
function KeyLinks({ board, base, keys, onKey }: Omit<InvitePanelProps, "onChanged">) {
  const t = useText();
  const there = useKeyRoles(board.id, "organiser");
  return (
    <>
      <KeyLink
        boardId={board.id}
        credential="organiser"
        hint={t("organise.invite.facilitateHint")}
        label={t("organise.invite.facilitateLink")}
        link={keys.facilitator && facilitateLink(base, board.id, keys.facilitator)}
        onKey={({ key }) => onKey({ facilitator: key })}
        holder="facilitator"
        isKeyThere={there?.includes("facilitator")}
      />
      <KeyLink
        boardId={board.id}
        credential="organiser"
        hint={t("organise.invite.projectHint")}
        label={t("organise.invite.projectLink")}
        link={keys.viewer && projectLink(base, board.id, keys.viewer)}
        onKey={({ key }) => onKey({ viewer: key })}
        holder="viewer"
        isKeyThere={there?.includes("viewer")}
      />
      <KeyLink
        boardId={board.id}
        credential="organiser"
        hint={t("organise.invite.scribeHint")}
        holder="scribe"
        isKeyThere={there?.includes("scribe")}
        label={t("organise.invite.scribeLink")}
        link={keys.scribe && scribeLink(base, board.id, keys.scribe)}
        onKey={({ key }) => onKey({ scribe: key })}
      />
    </>
  );
}
