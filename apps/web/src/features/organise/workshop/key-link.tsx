import { useState } from "react";

import { callApi } from "../../../api/call-api.ts";
import { CopyField } from "../../../parts/invite/copy-field.tsx";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import css from "./workshop-view.module.css";

interface KeyLinkProps {
  boardId: string;
  /** Whom the link is for. */
  holder: "facilitator" | "viewer";
  label: string;
  hint: string;
  /** `undefined`: its key is not known here any more. */
  link: string | undefined;
  onKey: (key: string) => void;
}
type Renewal =
  | { readonly kind: "idle" }
  | { readonly kind: "asking" }
  | { readonly kind: "busy" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly error: unknown };

/** A link with a key: to copy while it is known, else to make anew, after a question. */
export function KeyLink({ boardId, holder, label, hint, link, onKey }: KeyLinkProps) {
  const t = useText();
  const [renewal, setRenewal] = useState<Renewal>({ kind: "idle" });
  const renew = async () => {
    setRenewal({ kind: "busy" });
    try {
      onKey(await newKey(boardId, holder));
      setRenewal({ kind: "done" });
    } catch (error) {
      setRenewal({ kind: "failed", error });
    }
  };
  if (link !== undefined) {
    return (
      <div className={css.keyLink}>
        <CopyField hint={hint} label={label} value={link} />
        {renewal.kind === "done" && (
          <Notice isLive kind="success">
            {t("organise.invite.renewed")}
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
        aria-label={t("organise.invite.renewFor", { link: label })}
        disabled={renewal.kind === "busy"}
        onClick={() => setRenewal({ kind: "asking" })}
        variant="quiet"
      >
        <Icon name="refresh" />
        {t("organise.invite.renew")}
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

async function newKey(boardId: string, holder: KeyLinkProps["holder"]): Promise<string> {
  const path = `/api/boards/${boardId}/keys`;
  const call = { method: "POST", path, body: { role: holder }, role: "organiser" } as const;
  return (await callApi<{ key: string }>(call)).key;
}
