import { clockText } from "../../../parts/session/countdown.ts";
import { useCountdown } from "../../../parts/session/use-countdown.ts";
import { useTimerNews } from "../../../parts/session/use-timer-news.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./wall-header.module.css";

/** The time that is left, in figures for the last row. Its end is a word, not a minus that goes on growing. */
export function WallTimer() {
  const t = useText();
  const countdown = useCountdown();
  useTimerNews(countdown);
  if (countdown === undefined) return null;
  const { leftMs, isPaused } = countdown;
  if (leftMs <= 0 && !isPaused) {
    return <p className={css.over}>{t("wall.timeOver")}</p>;
  }
  const clock = clockText(Math.max(0, leftMs));
  return (
    <p aria-label={t("wall.timeLeft", { clock })} className={css.timer} role="timer">
      {isPaused && (
        <span className={css.paused}>
          <Icon name="pause" />
          {t("wall.paused")}
        </span>
      )}
      <span className={css.clock}>{clock}</span>
    </p>
  );
}
