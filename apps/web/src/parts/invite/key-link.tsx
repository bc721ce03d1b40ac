import type { Role } from "@hefboom/board";
import type { KeyRole, MadeKey } from "@hefboom/contract";
import { useState } from "react";

import { callApi } from "../../api/call-api.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../problem/problem-notice.tsx";
import { CopyField } from "./copy-field.tsx";
import css from "./key-link.module.css";

interface KeyLinkProps {
  boardId: string;
  /** Whom the link is for. */
  holder: KeyRole;
  /** There is a key, which dies when another is made; `undefined`: perhaps. */
  isKeyThere: boolean | undefined;
  /** Whose credential of this browser counts. */
  credential: Role;
  label: string;
  hint: string;
  /** `undefined`: its key is not known here any more. */
  link: string | undefined;
  onKey: (made: MadeKey) => void;
}
type Renewal =
  | { readonly kind: "idle" }
  | { readonly kind: "asking" }
  | { readonly kind: "busy" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly error: unknown };

/** A link with a key: to copy while it is known, else to make; anew only after a question. */
export function KeyLink(props: KeyLinkProps) {
  const { boardId, holder, isKeyThere = true, credential, label, hint, link, onKey } = props;
  const t = useText();
  const [renewal, setRenewal] = useState<Renewal>({ kind: "idle" });
  const renew = async () => {
    setRenewal({ kind: "busy" });
    try {
      const path = `/api/boards/${boardId}/keys`;
      const call = { method: "POST", path, body: { role: holder }, role: credential } as const;
      onKey(await callApi<MadeKey>(call));
      setRenewal({ kind: "done" });
    } catch (error) {
      setRenewal({ kind: "failed", error });
    }
  };
  const isBusy = renewal.kind === "busy";
  const press = () => {
    if (isBusy) return;
    if (isKeyThere) setRenewal({ kind: "asking" });
    else void renew();
  };
  if (link !== undefined) {
    return (
      <div className={css.keyLink}>
        <CopyField hint={hint} label={label} value={link} />
        {renewal.kind === "done" && (
          <Notice isLive kind="success">
            {t(isKeyThere ? "organise.invite.renewed" : "organise.invite.made")}
          </Notice>
        )}
      </div>
    );
  }
  return (
    <div className={css.keyLink}>
      <p>
        <strong>{label}.</strong> {hint}
      </p>
      <Button
        aria-label={t(isKeyThere ? "organise.invite.renewFor" : "organise.invite.makeFor", {
          link: label,
        })}
        aria-disabled={isBusy}
        onClick={press}
        variant="quiet"
      >
        <Icon name={isKeyThere ? "refresh" : "link"} />
        {t(isKeyThere ? "organise.invite.renew" : "organise.invite.make")}
      </Button>
      {renewal.kind === "asking" && (
        <Dialog
          closeLabel={t("organise.new.cancel")}
          footer={<Button onClick={() => void renew()}>{t("organise.invite.renewYes")}</Button>}
          onClose={() => setRenewal({ kind: "idle" })}
          shape="box"
          title={t("organise.invite.renew")}
        >
          <p>{t("organise.invite.renewAsk")}</p>
        </Dialog>
      )}
      {renewal.kind === "failed" && <ProblemNotice error={renewal.error} />}
    </div>
  );
}
