import { useEffect, useRef } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { announce } from "../../../parts/screen/screen-store.ts";
import { clockText } from "../../../parts/session/countdown.ts";
import { type Countdown, useCountdown } from "../../../parts/session/use-countdown.ts";
import { useText } from "../../../texts/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import css from "./phase.module.css";

const LAST_MS = 60_000;
type Stage = "none" | "running" | "last" | "up";

/** How much time is left by the server's clock, and that it is over; said aloud twice, and never blinking. */
export function SessionTimer() {
  const text = useText();
  const countdown = useCountdown();
  const stage = stageOf(countdown);
  useSaidAloud(stage);
  if (countdown === undefined) return null;
  if (countdown.leftMs <= 0) {
    return (
      <p className={css.up}>
        <Icon name="clock" />
        {text("phase.timeUp")}
      </p>
    );
  }
  const time = clockText(countdown.leftMs);
  return (
    <p className={stage === "last" ? css.last : css.timer} role="timer">
      <Icon name={countdown.isPaused ? "pause" : "clock"} />
      <span aria-hidden="true">{time}</span>
      <span className="visually-hidden">
        {text(countdown.isPaused ? "phase.timePaused" : "phase.timeLeft", { time })}
      </span>
    </p>
  );
}

function stageOf(countdown: Countdown | undefined): Stage {
  if (countdown === undefined || countdown.isPaused) return "none";
  if (countdown.leftMs <= 0) return "up";
  return countdown.leftMs <= LAST_MS ? "last" : "running";
}

/** Nothing for who comes in late: only what changes before their eyes. */
function useSaidAloud(stage: Stage): void {
  const text = useText();
  const seq = useBoard(({ meta }) => meta.timer?.seq);
  const last = useRef({ stage, seq });
  useEffect(() => {
    const before = last.current;
    last.current = { stage, seq };
    // Another `seq` is another time: nobody waited for what lies between the two.
    if (before.seq !== seq || before.stage === stage || before.stage === "none") return;
    if (stage === "last") announce(text("phase.lastMinute"));
    if (stage === "up") announce(text("phase.timeUp"));
  }, [seq, stage, text]);
}
