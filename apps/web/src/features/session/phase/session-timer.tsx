import { clockText } from "../../../parts/session/countdown.ts";
import { useCountdown } from "../../../parts/session/use-countdown.ts";
import { LAST_MS, useTimerNews } from "../../../parts/session/use-timer-news.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./phase.module.css";

/** How much time is left by the server's clock, and that it is over; its turns are said aloud, and it never blinks. */
export function SessionTimer() {
  const text = useText();
  const countdown = useCountdown();
  useTimerNews(countdown);
  if (countdown === undefined) return null;
  if (countdown.leftMs <= 0) {
    return (
      <p className={css.up}>
        <Icon name="clock" />
        {text("phase.timeUp")}
      </p>
    );
  }
  const isLast = countdown.leftMs <= LAST_MS && !countdown.isPaused;
  const time = clockText(countdown.leftMs);
  return (
    <p className={isLast ? css.last : css.timer} role="timer">
      <Icon name={countdown.isPaused ? "pause" : "clock"} />
      <span aria-hidden="true">{time}</span>
      <span className="visually-hidden">
        {text(countdown.isPaused ? "phase.timePaused" : "phase.timeLeft", { time })}
      </span>
    </p>
  );
}
