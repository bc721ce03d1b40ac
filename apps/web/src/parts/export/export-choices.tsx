import type { Role } from "@hefboom/board";
import { type ExportFormat, exportFormats, type PublicationCounts } from "@hefboom/contract";
import { useEffect, useState } from "react";

import { callApi } from "../../api/call-api.ts";
import { fetchFile } from "../../api/fetch-file.ts";
import { useText } from "../../texts/use-text.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { ProblemNotice } from "../problem/problem-notice.tsx";
import css from "./export-choices.module.css";
import { saveFile } from "./save-file.ts";

interface ExportProps {
  boardId: string;
  /** Whose credential of this browser counts. */
  credential: Role;
}
type Progress =
  | { readonly kind: "idle" }
  | { readonly kind: "busy" }
  | { readonly kind: "done"; readonly file: string }
  | { readonly kind: "failed"; readonly error: unknown };

/** What an export would hold, and the files to fetch. */
export function ExportChoices({ boardId, credential }: ExportProps) {
  const t = useText();
  const [progress, setProgress] = useState<Progress>({ kind: "idle" });
  const fetchExport = async (format: ExportFormat) => {
    setProgress({ kind: "busy" });
    try {
      const path = `/api/boards/${boardId}/export?format=${format}`;
      const { blob, fileName = `hefboom.${format}` } = await fetchFile({ path, role: credential });
      saveFile(blob, fileName);
      setProgress({ kind: "done", file: fileName });
    } catch (error) {
      setProgress({ kind: "failed", error });
    }
  };
  return (
    <div className={css.choices}>
      <p>{t("export.help")}</p>
      <Counts boardId={boardId} credential={credential} />
      <ul className={css.formats}>
        {exportFormats.map((format) => (
          <li key={format}>
            <Button
              disabled={progress.kind === "busy"}
              onClick={() => void fetchExport(format)}
              variant="quiet"
            >
              <Icon name="download" />
              {t(`export.${format}`)}
            </Button>
          </li>
        ))}
      </ul>
      <p className={css.status} role="status">
        {progress.kind === "busy" && t("export.busy")}
        {progress.kind === "done" && t("export.done", { file: progress.file })}
      </p>
      {progress.kind === "failed" && <ProblemNotice error={progress.error} />}
    </div>
  );
}

const rows = [
  ["named", "export.named"],
  ["anonymous", "export.anonymous"],
  ["fromEssay", "export.fromEssay"],
  ["leftOut", "export.leftOut"],
] as const;

/** How many cards go along, and how. */
function Counts({ boardId, credential }: ExportProps) {
  const t = useText();
  const [counts, setCounts] = useState<PublicationCounts>();
  useEffect(() => {
    const ending = new AbortController();
    const path = `/api/boards/${boardId}/publication`;
    callApi<PublicationCounts>({
      method: "GET",
      path,
      role: credential,
      signal: ending.signal,
    }).then(
      setCounts,
      () => undefined, // the files tell the same; without the counts they can still be fetched
    );
    return () => ending.abort();
  }, [boardId, credential]);
  if (counts === undefined) return null;
  return (
    <dl className={css.counts}>
      {rows.map(([name, key]) => (
        <div className={name === "leftOut" ? css.staying : css.count} key={name}>
          <dt>{t(key)}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
