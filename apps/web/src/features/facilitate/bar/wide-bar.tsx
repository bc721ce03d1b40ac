import { useBoard } from "../../../board/use-board.ts";
import { LeadNotice } from "../../../parts/lead/lead-notice.tsx";
import { useSizeVar } from "../../../parts/screen/use-size-var.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { openLead } from "../lead-screen.ts";
import { ReopenBoard } from "../moderate/access/reopen-board.tsx";
import { PhaseName } from "../phase/phase-name.tsx";
import { BackButton, NextButton } from "../phase/step-buttons.tsx";
import { StopPointing } from "../point/stop-pointing.tsx";
import { MoreTimeButton, PauseButton } from "../timer/timer-buttons.tsx";
import { TimerFace } from "../timer/timer-face.tsx";
import css from "./bar.module.css";
import { HereButtons } from "./here-buttons.tsx";
import { ToolButton } from "./tool-button.tsx";
import { useTools } from "./use-tools.ts";

/** The whole bar: above, where the session stands and where it goes; below, what one does with the room. */
export function WideBar() {
  const text = useText();
  const tools = useTools();
  const isClosed = useBoard(({ meta }) => meta.settings.isClosed === true);
  const hasSteps = useBoard(({ meta }) => meta.plan.length > 1);
  const bar = useSizeVar<HTMLElement>("--lead-bar-size");
  return (
    <div className={css.holder}>
      <section aria-label={text("lead.bar")} className={css.wide} ref={bar}>
        <div className={css.row}>
          {isClosed ? (
            <>
              <strong className={css.over}>{text("lead.closed")}</strong>
              <ReopenBoard />
            </>
          ) : (
            <>
              <PhaseButton />
              <TimeGroup />
              {hasSteps && (
                <div className={css.steps}>
                  <BackButton />
                  <NextButton />
                </div>
              )}
            </>
          )}
        </div>
        <div className={css.row}>
          {tools.map((tool) => (
            <ToolButton key={tool.dialog} tool={tool} />
          ))}
          <HereButtons />
          <Button className={css.tool} onClick={() => openLead("more")} variant="quiet">
            <Icon name="more" />
            {text("lead.more")}
          </Button>
        </div>
        <div className={css.below}>
          <StopPointing />
          <LeadNotice />
        </div>
      </section>
    </div>
  );
}

/** Where the session stands; a press leads to all phases. */
export function PhaseButton({ isShort = false }: { isShort?: boolean }) {
  const text = useText();
  return (
    <button className={css.phase} onClick={() => openLead("phases")} type="button">
      <PhaseName hasInstruction={!isShort} />
      <Icon label={text("lead.phase.all")} name="down" />
    </button>
  );
}

function TimeGroup() {
  const text = useText();
  const hasTimer = useBoard(({ meta }) => meta.timer !== null);
  return (
    <div className={css.time}>
      <TimerFace />
      <MoreTimeButton />
      <PauseButton />
      {hasTimer && (
        <Button
          aria-label={text("lead.timer.title")}
          className={css.tool}
          onClick={() => openLead("time")}
          variant="quiet"
        >
          <Icon name="more" />
        </Button>
      )}
    </div>
  );
}
