import { useState } from "react";

import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Panel } from "../../../ui/panel/panel.tsx";
import css from "./paste.module.css";
import { PasteForm } from "./paste-form.tsx";
import { useLevers } from "./use-levers.ts";

interface PastePanelProps {
  boardId: string;
  /** The board's language, for the titles of levers. */
  locale: string;
  /** Counts of the workshop are others now. */
  onChanged: () => Promise<void>;
}

/** Cards that were written elsewhere: pasted as lines or CSV, looked over, and put on the board. */
export function PastePanel({ boardId, locale, onChanged }: PastePanelProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t("organise.paste.title")}>
      <p>{t("organise.paste.help")}</p>
      <details
        className={css.more}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        open={isOpen}
      >
        <summary>{t("organise.paste.open")}</summary>
        {isOpen && <OpenPaste boardId={boardId} locale={locale} onChanged={onChanged} />}
      </details>
    </Panel>
  );
}

function OpenPaste({ boardId, locale, onChanged }: PastePanelProps) {
  const t = useText();
  const { levers, error } = useLevers(boardId);
  if (error !== undefined) return <ProblemNotice error={error} />;
  if (levers === undefined) return <p role="status">{t("organise.loading")}</p>;
  return <PasteForm boardId={boardId} levers={levers} locale={locale} onChanged={onChanged} />;
}
