import type { Phase } from "@hefboom/board";

import { useBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { useHasPhases, useInstruction, usePhase } from "../../../parts/session/use-phase.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./phase.module.css";
import { SessionTimer } from "./session-timer.tsx";
import { usePhaseNews } from "./use-phase-news.ts";

/** Where the session stands, in the page's header: step, title and timer; on wide screens the instruction too. */
export function PhaseRow() {
  const hasPhases = useHasPhases();
  const phase = usePhase();
  return hasPhases && phase.id !== "" ? <PhaseNow phase={phase} /> : null;
}

function PhaseNow({ phase }: { phase: Phase }) {
  const text = useText();
  const say = useLocalise();
  const seq = useBoard(({ meta }) => meta.phase.seq);
  const count = useBoard(({ meta }) => meta.plan.length);
  const step = useBoard(({ meta }) => meta.plan.findIndex(({ id }) => id === meta.phase.id) + 1);
  const title = say(phase.title);
  const instruction = useInstruction();
  const news = usePhaseNews({ seq, title, instruction });
  return (
    <section aria-label={text("phase.region")} className={css.row}>
      <div className={news.isChanged ? css.changed : css.now} key={seq}>
        <p className={css.step}>{text("phase.step", { step, count })}</p>
        <h2 className={css.title}>{title}</h2>
        <p className={css.beside}>{instruction}</p>
      </div>
      <SessionTimer />
      {news.isShown && (
        <div className={css.news}>
          <p>
            <strong>{text("phase.news")}.</strong> {instruction}
          </p>
          <button
            aria-label={text("dialog.close")}
            className={css.close}
            onClick={news.close}
            type="button"
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </section>
  );
}
