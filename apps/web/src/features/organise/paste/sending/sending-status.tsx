import { toRefusal } from "@hefboom/board";

import { ProblemNotice } from "../../../../parts/problem/problem-notice.tsx";
import { useText } from "../../../../texts/use-text.ts";
import { Notice } from "../../../../ui/notice.tsx";
import css from "../paste.module.css";
import type { RefusedCard, SendingCard } from "./send-cards.ts";
import type { Sending } from "./use-sending.ts";

interface SendingStatusProps {
  sending: Sending;
  onRetry: (cards: readonly SendingCard[]) => void;
}

/** How far the cards are, and which of them the board refused. */
export function SendingStatus({ sending, onRetry }: SendingStatusProps) {
  const t = useText();
  return (
    <>
      <div className={css.status} role="status">
        {sending.kind === "busy" &&
          t("organise.paste.busy", { sent: sending.sent, all: sending.all })}
        {sending.kind === "done" && (
          <Notice kind="success">{t("organise.paste.done", { count: sending.saved })}</Notice>
        )}
      </div>
      {sending.kind === "done" && sending.refused.length > 0 && <Refused cards={sending.refused} />}
      {sending.kind === "failed" && (
        <ProblemNotice error={sending.error} onRetry={() => onRetry(sending.cards)} />
      )}
    </>
  );
}

function Refused({ cards }: { cards: readonly RefusedCard[] }) {
  const t = useText();
  return (
    <Notice isLive kind="error">
      <ul className={css.problems}>
        {cards.map(({ line, code }) => (
          <li key={line}>
            {t("organise.paste.line", { line })} {t(`refused.${toRefusal(code)}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
