import { clockText } from "../../../parts/session/countdown.ts";
import { type Countdown, useCountdown } from "../../../parts/session/use-countdown.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { type TimeState, timeState } from "./moments.ts";
import css from "./timer.module.css";

const iconOf: Record<TimeState, IconName> = {
  running: "clock",
  "last-minute": "clock",
  paused: "pause",
  over: "bell",
};

/** What is left on the clock, and in words when it stands still or is over. Nothing without a timer. */
export function TimerFace({ isShort = false }: { isShort?: boolean }) {
  const countdown = useCountdown();
  return countdown && <Face countdown={countdown} isShort={isShort} />;
}

function Face({ countdown, isShort }: { countdown: Countdown; isShort: boolean }) {
  const text = useText();
  const state = timeState(countdown);
  const words = state === "paused" || state === "over" ? text(`lead.timer.${state}`) : "";
  return (
    // A timer is not read out as it runs; `TimerAlarm` says what matters.
    <span aria-label={text("lead.timer.left")} className={css.face} data-state={state} role="timer">
      <Icon name={iconOf[state]} />
      <span className={css.clock}>{clockText(countdown.leftMs)}</span>
      {words !== "" && <span className={isShort ? "visually-hidden" : css.words}>{words}</span>}
    </span>
  );
}
