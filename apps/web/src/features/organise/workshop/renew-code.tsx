import { useState } from "react";

import { callApi } from "../../../api/call-api.ts";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";

interface RenewCodeProps {
  boardId: string;
  /** The board has another code now. */
  onChanged: () => Promise<void>;
}
type Renewal =
  | { readonly kind: "idle" | "asking" | "busy" | "done" }
  | { readonly kind: "failed"; readonly error: unknown };

/** Another join code, after a question: posters with the old one are worth nothing then. */
export function RenewCode({ boardId, onChanged }: RenewCodeProps) {
  const t = useText();
  const [renewal, setRenewal] = useState<Renewal>({ kind: "idle" });
  const renew = async () => {
    setRenewal({ kind: "busy" });
    try {
      const path = `/api/boards/${boardId}/code`;
      await callApi({ method: "POST", path, role: "organiser" });
      await onChanged();
      setRenewal({ kind: "done" });
    } catch (error) {
      setRenewal({ kind: "failed", error });
    }
  };
  return (
    <div>
      <Button
        aria-disabled={renewal.kind === "busy"}
        onClick={() => renewal.kind !== "busy" && setRenewal({ kind: "asking" })}
        variant="quiet"
      >
        <Icon name="refresh" />
        {t("organise.code.renew")}
      </Button>
      {renewal.kind === "asking" && (
        <Dialog
          closeLabel={t("organise.new.cancel")}
          footer={<Button onClick={() => void renew()}>{t("organise.code.yes")}</Button>}
          onClose={() => setRenewal({ kind: "idle" })}
          shape="box"
          title={t("organise.code.renew")}
        >
          <p>{t("organise.code.ask")}</p>
        </Dialog>
      )}
      {renewal.kind === "done" && (
        <Notice isLive kind="success">
          {t("organise.code.done")}
        </Notice>
      )}
      {renewal.kind === "failed" && <ProblemNotice error={renewal.error} />}
    </div>
  );
}
