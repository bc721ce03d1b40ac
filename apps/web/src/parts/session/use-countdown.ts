import { useEffect, useState } from "react";

import { useBoard, useSession } from "../../board/use-board.ts";
import { leftMs, untilNextSecond } from "./countdown.ts";

export interface Countdown {
  /** Below 0 when the time is over. */
  readonly leftMs: number;
  readonly isPaused: boolean;
}

/** The timer by server time, as often as its clock says something else; `undefined` when there is none. */
export function useCountdown(): Countdown | undefined {
  const timer = useBoard(({ meta }) => meta.timer);
  const session = useSession();
  const [looked, setLooked] = useState(() => ({ timer, now: session.serverNow() }));
  // Another timer is not shown by when the last one was looked at: that would be up to a second too much.
  if (looked.timer !== timer) setLooked({ timer, now: session.serverNow() });
  const isRunning = timer !== null && "endsAt" in timer;
  useEffect(() => {
    if (timer === null || !isRunning) return;
    let next: ReturnType<typeof setTimeout>;
    const look = () => {
      const now = session.serverNow();
      setLooked({ timer, now });
      next = setTimeout(look, untilNextSecond(leftMs(timer, now)));
    };
    look();
    return () => clearTimeout(next);
  }, [isRunning, session, timer]);
  if (timer === null) return undefined;
  return { leftMs: leftMs(timer, looked.now), isPaused: !isRunning };
}
