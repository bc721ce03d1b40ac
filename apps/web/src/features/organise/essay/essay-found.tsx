import type { EssayFound, EssayView } from "@hefboom/contract";
import { useEffect, useState } from "react";

import { ApiError, callApi } from "../../../api/call-api.ts";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Notice } from "../../../ui/notice.tsx";
import css from "./essay.module.css";

/** What the reading of the text brought up, in counts and by section. */
export function FoundInEssay({ found }: { found: EssayFound }) {
  const t = useText();
  return (
    <Notice isLive kind="success">
      <p>
        <strong>{t("organise.essay.loaded")}</strong> {t("organise.essay.found")}:
      </p>
      <ul className={css.counts}>
        <li>{t("organise.essay.sections", { count: found.sections.length })}</li>
        <li>{t("organise.essay.passages", { count: found.passages.length })}</li>
        <li>{t("organise.essay.quotes", { count: found.quotes.length })}</li>
        <li>{t("organise.essay.levers", { count: found.levers.length })}</li>
        <li>{t("organise.essay.footnotes", { count: found.footnotes.length })}</li>
      </ul>
      <ol className={css.sections}>
        {found.sections.map((section) => (
          <li key={section.id}>
            {section.title || t("organise.essay.untitled")} (
            {t("organise.essay.passages", { count: section.passages })})
          </li>
        ))}
      </ol>
    </Notice>
  );
}

/** Says that an essay was loaded before; nothing when there is none. */
export function EssayPresent({ boardId }: { boardId: string }) {
  const t = useText();
  const [view, setView] = useState<EssayView>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    loadEssay(boardId, signal).then(setView, (problem: unknown) => {
      if (!signal.aborted) setError(problem);
    });
    return () => ending.abort();
  }, [boardId]);
  if (error !== undefined) return <ProblemNotice error={error} />;
  if (view === undefined || view.sections.length === 0) return null;
  const passages = view.sections.reduce((sum, section) => sum + section.passages.length, 0);
  return (
    <Notice kind="info">
      {t("organise.essay.present", { sections: view.sections.length, passages })}
    </Notice>
  );
}

/** @returns `undefined` while the board has no essay */
async function loadEssay(boardId: string, signal: AbortSignal): Promise<EssayView | undefined> {
  const path = `/api/boards/${boardId}/essay`;
  try {
    return await callApi<EssayView>({ method: "GET", path, role: "organiser", signal });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}
