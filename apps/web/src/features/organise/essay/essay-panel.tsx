import type { EssayFound } from "@hefboom/contract";
import { type ChangeEvent, type FormEvent, useId, useState } from "react";

import { ApiError, callApi } from "../../../api/call-api.ts";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Panel } from "../../../ui/panel/panel.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import css from "./essay.module.css";
import { EssayPresent, FoundInEssay } from "./essay-found.tsx";
import { type EssayProblem, essayFromFile, essayFromText, essayProblemOf } from "./essay-source.ts";

interface EssayPanelProps {
  boardId: string;
  onLoaded: () => Promise<void>;
}
type Loading =
  | { readonly kind: "idle" }
  | { readonly kind: "busy" }
  | { readonly kind: "found"; readonly found: EssayFound }
  | { readonly kind: "problem"; readonly problem: EssayProblem }
  | { readonly kind: "failed"; readonly error: unknown };

export function EssayPanel({ boardId, onLoaded }: EssayPanelProps) {
  const t = useText();
  const [loading, setLoading] = useState<Loading>({ kind: "idle" });
  const load = async (source: Promise<Blob | EssayProblem> | Blob | EssayProblem) => {
    setLoading({ kind: "busy" });
    const outcome = await putEssay(boardId, await source);
    setLoading(outcome);
    if (outcome.kind === "found") await onLoaded();
  };
  return (
    <Panel title={t("organise.essay.title")}>
      {loading.kind === "idle" && <EssayPresent boardId={boardId} />}
      <p>{t("organise.essay.help")}</p>
      <EssayFile onFile={(file) => void load(essayFromFile(file))} />
      <EssayPaste
        isBusy={loading.kind === "busy"}
        onText={(text) => void load(essayFromText(text))}
      />
      <p className={css.status} role="status">
        {loading.kind === "busy" && t("organise.essay.busy")}
      </p>
      {loading.kind === "found" && <FoundInEssay found={loading.found} />}
      {loading.kind === "problem" && (
        <Notice isLive kind="error">
          {t(`organise.essay.problem.${loading.problem}`)}
        </Notice>
      )}
      {loading.kind === "failed" && <ProblemNotice error={loading.error} />}
    </Panel>
  );
}

function EssayFile({ onFile }: { onFile: (file: File) => void }) {
  const t = useText();
  const id = useId();
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (file !== undefined) onFile(file);
    currentTarget.value = ""; // so that the same file, mended, can be chosen again
  };
  return (
    <div className={css.file}>
      <input
        accept=".txt,.md,.markdown,text/plain,text/markdown"
        className={css.picker}
        id={id}
        onChange={choose}
        type="file"
      />
      <label className={css.fileButton} htmlFor={id}>
        <Icon name="upload" />
        {t("organise.essay.file")}
      </label>
    </div>
  );
}

function EssayPaste({ isBusy, onText }: { isBusy: boolean; onText: (text: string) => void }) {
  const t = useText();
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onText(text);
  };
  return (
    <details className={css.paste}>
      <summary>{t("organise.essay.paste")}</summary>
      <form className={css.pasteForm} noValidate onSubmit={submit}>
        <TextField
          isMultiline
          label={t("organise.essay.pasteLabel")}
          onChange={(event) => setText(event.currentTarget.value)}
          rows={8}
          value={text}
        />
        <div>
          <Button disabled={isBusy} type="submit">
            {t("organise.essay.pasteSubmit")}
          </Button>
        </div>
      </form>
    </details>
  );
}

async function putEssay(boardId: string, source: Blob | EssayProblem): Promise<Loading> {
  if (typeof source === "string") return { kind: "problem", problem: source };
  const path = `/api/boards/${boardId}/essay`;
  try {
    const call = { method: "PUT", path, body: source, role: "organiser" } as const;
    return { kind: "found", found: await callApi<EssayFound>(call) };
  } catch (error) {
    const problem = error instanceof ApiError ? essayProblemOf(error) : undefined;
    return problem ? { kind: "problem", problem } : { kind: "failed", error };
  }
}
