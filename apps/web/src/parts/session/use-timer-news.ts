import type { TextKey } from "@hefboom/contract";
import { useEffect, useRef } from "react";

import { useBoard } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { announce } from "../screen/screen-store.ts";
import type { Countdown } from "./use-countdown.ts";

const MINUTE_MS = 60_000;
/** Less than this is the last stretch. */
export const LAST_MS = MINUTE_MS;
type Stage = "none" | "paused" | "running" | "last" | "up";

function stageOf(countdown: Countdown | undefined): Stage {
  if (countdown === undefined) return "none";
  if (countdown.isPaused) return "paused";
  if (countdown.leftMs <= 0) return "up";
  return countdown.leftMs <= LAST_MS ? "last" : "running";
}

/** In whole minutes: screen readers take `5:00` for an hour of the day. */
export const minutesIn = (ms: number) => Math.round(ms / MINUTE_MS);

/** What is said of a time that was set anew, and of one that went on until now. */
const setWords: Record<Stage, TextKey> = {
  none: "phase.timeStopped",
  paused: "phase.timeStill",
  running: "phase.timeRuns",
  last: "phase.timeRuns",
  up: "phase.timeUp",
};
const passedWords: Partial<Record<Stage, TextKey>> = {
  last: "phase.lastMinute",
  up: "phase.timeUp",
};

/** Says aloud what becomes of the time. Nothing for who comes in late: only what changes before their eyes. */
export function useTimerNews(countdown: Countdown | undefined): void {
  const text = useText();
  // Every change that somebody makes has a `seq` of its own; the rest is time that passes.
  const seq = useBoard(({ meta }) => meta.timer?.seq);
  const stage = stageOf(countdown);
  const count = minutesIn(countdown?.leftMs ?? 0);
  const last = useRef({ stage, seq });
  useEffect(() => {
    const before = last.current;
    last.current = { stage, seq };
    if (before.seq === seq && before.stage === stage) return;
    const key = before.seq === seq ? passedWords[stage] : setWords[stage];
    if (key !== undefined) announce(text(key, { count }));
  }, [seq, stage, count, text]);
}
