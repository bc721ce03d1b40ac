import type { BoardSummary } from "@hefboom/contract";
import { type FormEvent, useRef, useState } from "react";

import { callApi } from "../../../api/call-api.ts";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Panel } from "../../../ui/panel/panel.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import css from "./workshop-view.module.css";

interface DeleteWorkshopProps {
  board: BoardSummary;
  onDeleted: () => Promise<void>;
}

export function DeleteWorkshop({ board, onDeleted }: DeleteWorkshopProps) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Panel title={t("organise.delete.title")}>
      <p>{t("organise.delete.explain")}</p>
      <div>
        <Button onClick={() => setIsAsking(true)} variant="danger">
          <Icon name="trash" />
          {t("organise.delete.open")}
        </Button>
      </div>
      {isAsking && (
        <DeleteDialog board={board} onClose={() => setIsAsking(false)} onDeleted={onDeleted} />
      )}
    </Panel>
  );
}

type Progress =
  | { readonly kind: "typing" }
  | { readonly kind: "mismatch" }
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly error: unknown };

function DeleteDialog(props: DeleteWorkshopProps & { onClose: () => void }) {
  const { board, onClose, onDeleted } = props;
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [progress, setProgress] = useState<Progress>({ kind: "typing" });
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (!isSame(typed, board.title)) {
      field.current?.focus();
      return setProgress({ kind: "mismatch" });
    }
    setProgress({ kind: "busy" });
    try {
      await callApi({ method: "DELETE", path: `/api/boards/${board.id}`, role: "organiser" });
      await onDeleted();
    } catch (error) {
      setProgress({ kind: "failed", error });
    }
  };
  return (
    <Dialog
      closeLabel={t("organise.delete.cancel")}
      onClose={onClose}
      shape="box"
      title={t("organise.delete.title")}
    >
      <form className={css.form} noValidate onSubmit={(event) => void confirm(event)}>
        <p>{t("organise.delete.explain")}</p>
        <TextField
          autoComplete="off"
          error={progress.kind === "mismatch" ? t("organise.delete.mismatch") : undefined}
          label={t("organise.delete.type", { title: board.title })}
          onChange={(event) => setTyped(event.currentTarget.value)}
          ref={field}
          value={typed}
        />
        {progress.kind === "failed" && <ProblemNotice error={progress.error} />}
        <div className={css.actions}>
          <Button onClick={onClose} variant="quiet">
            {t("organise.delete.cancel")}
          </Button>
          <Button disabled={progress.kind === "busy"} type="submit" variant="danger">
            {t("organise.delete.confirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Capitals and spaces at the ends are no sign of doubt. */
function isSame(typed: string, title: string): boolean {
  const plain = (text: string) => text.normalize("NFC").trim().toLocaleLowerCase();
  return plain(typed) === plain(title);
}
