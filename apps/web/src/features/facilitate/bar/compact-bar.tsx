import { useBoard } from "../../../board/use-board.ts";
import { LeadNotice } from "../../../parts/lead/lead-notice.tsx";
import { useSizeVar } from "../../../parts/screen/use-size-var.ts";
import { useText } from "../../../texts/use-text.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { openLead } from "../lead-screen.ts";
import { ReopenBoard } from "../moderate/access/reopen-board.tsx";
import { NextButton } from "../phase/step-buttons.tsx";
import { StopPointing } from "../point/stop-pointing.tsx";
import { MoreTimeButton } from "../timer/timer-buttons.tsx";
import { TimerFace } from "../timer/timer-face.tsx";
import css from "./bar.module.css";
import { useTools } from "./use-tools.ts";
import { PhaseButton } from "./wide-bar.tsx";

/** For who leads while walking: what one thumb needs, at the lower edge; the rest is behind "more". */
export function CompactBar() {
  const text = useText();
  const isClosed = useBoard(({ meta }) => meta.settings.isClosed === true);
  const hasSteps = useBoard(({ meta }) => meta.plan.length > 1);
  const isPointing = useBoard(({ meta }) => meta.spotlight !== null);
  const bar = useSizeVar<HTMLElement>("--lead-dock-size");
  return (
    <section aria-label={text("lead.bar")} className={css.compact} ref={bar}>
      <LeadNotice />
      <StopPointing />
      <div className={css.line}>
        {isClosed ? (
          <strong className={css.over}>{text("lead.closed")}</strong>
        ) : (
          <>
            <PhaseButton isShort />
            <TimerFace isShort />
          </>
        )}
      </div>
      <div className={css.line}>
        {isClosed && <ReopenBoard />}
        {hasSteps && !isClosed && <NextButton isShort />}
        {!isClosed && <MoreTimeButton />}
        <Button
          aria-pressed={isPointing}
          className={isPointing ? `${css.tool} ${css.on}` : css.tool}
          onClick={() => openLead("look")}
          variant="quiet"
        >
          {text("lead.look.open")}
        </Button>
        <MoreButton />
      </div>
    </section>
  );
}

/** The way to everything else, with how much of it waits for who leads. */
function MoreButton() {
  const text = useText();
  const waiting = useTools().filter(({ dialog, isOn }) => isOn && dialog !== "look").length;
  return (
    <Button className={css.moreButton} onClick={() => openLead("more")} variant="quiet">
      <Icon name="more" />
      <span className="visually-hidden">{text("lead.more")} </span>
      {waiting > 0 && <span className={css.badge}>{waiting}</span>}
    </Button>
  );
}
