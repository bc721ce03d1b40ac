import { TITLE_MAX_LENGTH } from "@hefboom/board";
import type { BoardSummary, CopyBoardBody, CreatedBoard } from "@hefboom/contract";
import { type FormEvent, useRef, useState } from "react";

import { callApi } from "../../../api/call-api.ts";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Panel } from "../../../ui/panel/panel.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import css from "./workshop-view.module.css";

interface CopyWorkshopProps {
  board: BoardSummary;
  onMade: (board: CreatedBoard) => Promise<void>;
}
type Progress =
  | { readonly kind: "filling" }
  | { readonly kind: "untitled" }
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly error: unknown };

/** The same levers, plan and labels for another day; nobody's cards. */
export function CopyWorkshop({ board, onMade }: CopyWorkshopProps) {
  const t = useText();
  const [title, setTitle] = useState(() =>
    t("organise.copy.titleOf", { title: board.title }).slice(0, TITLE_MAX_LENGTH),
  );
  const [progress, setProgress] = useState<Progress>({ kind: "filling" });
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (progress.kind === "busy") return;
    if (title.trim() === "") {
      setProgress({ kind: "untitled" });
      return field.current?.focus();
    }
    setProgress({ kind: "busy" });
    try {
      await onMade(await copyBoard(board.id, { title: title.trim() }));
    } catch (error) {
      setProgress({ kind: "failed", error });
    }
  };
  return (
    <Panel title={t("organise.copy.title")}>
      <p>{t("organise.copy.help")}</p>
      <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          error={progress.kind === "untitled" ? t("organise.new.nameEmpty") : undefined}
          label={t("organise.copy.name")}
          maxLength={TITLE_MAX_LENGTH}
          onChange={(event) => setTitle(event.currentTarget.value)}
          ref={field}
          value={title}
        />
        {progress.kind === "failed" && <ProblemNotice error={progress.error} />}
        <div>
          <Button aria-disabled={progress.kind === "busy"} type="submit">
            <Icon name="copy" />
            {t("organise.copy.submit")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function copyBoard(boardId: string, body: CopyBoardBody): Promise<CreatedBoard> {
  return callApi({ method: "POST", path: `/api/boards/${boardId}/copy`, body, role: "organiser" });
}
