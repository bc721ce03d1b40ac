import { useEffect, useRef } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { announce } from "../../../parts/screen/screen-store.ts";
import { useCountdown } from "../../../parts/session/use-countdown.ts";
import { useText } from "../../../texts/use-text.ts";
import { isFreshEnd, momentBetween } from "./moments.ts";
import { isSoundOn, useSoundReady } from "./sound-choice.ts";
import { playTwoTones } from "./two-tones.ts";

/** Says that one minute is left and that the time is over, the latter with a sound; shows nothing. */
export function TimerAlarm() {
  const text = useText();
  const leftMs = useCountdown()?.leftMs;
  const seq = useBoard(({ meta }) => meta.timer?.seq);
  const last = useRef<{ seq: number; leftMs: number }>(undefined);
  useSoundReady();
  useEffect(() => {
    const before = last.current;
    const isTimed = seq !== undefined && leftMs !== undefined;
    last.current = isTimed ? { seq, leftMs } : undefined;
    // Another `seq` is another time: what lies between the two was not waited for.
    if (!isTimed || before?.seq !== seq) return;
    const moment = momentBetween(before.leftMs, leftMs);
    if (moment === undefined) return;
    announce(text(moment === "end" ? "lead.timer.over" : "lead.timer.lastMinute"));
    if (isSoundOn() && isFreshEnd(moment, leftMs)) playTwoTones();
  }, [seq, leftMs, text]);
  return null;
}
