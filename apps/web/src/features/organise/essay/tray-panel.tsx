import { localise } from "@hefboom/board";
import { useRef, useState } from "react";
import { ProblemNotice } from "../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../texts/use-text.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Panel } from "../../../ui/panel/panel.tsx";
import css from "./essay.module.css";
import { QuoteRow } from "./quote-row.tsx";
import type { TrayState } from "./use-tray.ts";

interface TrayPanelProps {
  boardId: string;
  locale: string;
  tray: TrayState;
}
type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "placed"; readonly number: number; readonly lever: string }
  | { readonly kind: "refused" }
  | { readonly kind: "failed"; readonly error: unknown };

/** Quotes that wait in the tray, to be put on a lever one by one, without a mouse too. */
export function TrayPanel({ boardId, locale, tray: { tray, error, load, place } }: TrayPanelProps) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  if (tray === undefined) {
    return error === undefined ? null : <ProblemNotice error={error} onRetry={() => void load()} />;
  }
  const put = async (cardId: string, leverId: string) => {
    const index = tray.quotes.findIndex((quote) => quote.id === cardId);
    try {
      const refused = await place(cardId, leverId);
      if (refused !== undefined) return setOutcome({ kind: "refused" });
      const lever = tray.levers.find((each) => each.id === leverId);
      const title = lever ? localise(lever.title, locale) : leverId;
      setOutcome({ kind: "placed", number: lever?.number ?? 0, lever: title });
      // The pressed button is gone; the next quote's lever is where one goes on.
      requestAnimationFrame(() => {
        const fields = list.current?.querySelectorAll("select") ?? [];
        (fields[Math.min(index, fields.length - 1)] ?? heading.current)?.focus();
      });
    } catch (problem) {
      setOutcome({ kind: "failed", error: problem });
    }
  };
  return (
    <Panel headingRef={heading} title={t("organise.tray.title")}>
      <p>{t(wordsFor(tray.quotes.length, tray.quoteCount), { count: tray.quotes.length })}</p>
      <div className={css.status} role="status">
        {outcome.kind === "placed" && (
          <Notice kind="success">{t("organise.tray.placed", { ...outcome })}</Notice>
        )}
      </div>
      {outcome.kind === "refused" && (
        <Notice isLive kind="error">
          {t("organise.tray.refused")}
        </Notice>
      )}
      {outcome.kind === "failed" && <ProblemNotice error={outcome.error} />}
      {tray.quotes.length > 0 && (
        <ol className={css.quotes} ref={list}>
          {tray.quotes.map((quote, index) => (
            <QuoteRow
              key={quote.id}
              locale={locale}
              number={index + 1}
              onPlace={put}
              quote={quote}
              tray={tray}
            />
          ))}
        </ol>
      )}
      <p>
        <a href={`/b/${boardId}/lead`}>{t("organise.tray.board")}</a>
      </p>
    </Panel>
  );
}

function wordsFor(waiting: number, all: number) {
  if (waiting > 0) return "organise.tray.waiting";
  return all > 0 ? "organise.tray.empty" : "organise.tray.none";
}
