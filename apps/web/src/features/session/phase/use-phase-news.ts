import { useEffect, useRef, useState } from "react";

import { useBoard, useSession } from "../../../board/use-board.ts";
import { announce } from "../../../parts/screen/screen-store.ts";
import { leftMs } from "../../../parts/session/countdown.ts";
import { minutesIn } from "../../../parts/session/use-timer-news.ts";
import { useText } from "../../../texts/use-text.ts";

/** Scrolled further than this the instruction above the board is out of sight, in px. */
const OUT_OF_SIGHT = 60;

interface PhaseFacts {
  seq: number;
  title: string;
  instruction: string;
}
interface PhaseNews {
  /** The phase changed while this page was open. */
  isChanged: boolean;
  /** The instruction must be shown over the list: where it stands cannot be seen now. */
  isShown: boolean;
  close: () => void;
}

/** Tells that another phase began: aloud, and in sight, without moving anything that is read. */
export function usePhaseNews({ seq, title, instruction }: PhaseFacts): PhaseNews {
  const text = useText();
  const timeWords = useTimeWords();
  const known = useRef(seq);
  const [firstSeq] = useState(seq);
  const [shownSeq, setShownSeq] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each phase, not for another language
  useEffect(() => {
    if (known.current === seq) return;
    known.current = seq;
    announce(`${text("phase.changed", { title, instruction })} ${timeWords()}`.trim());
    setShownSeq(scrollY > OUT_OF_SIGHT ? seq : undefined);
  }, [seq]);
  const isShown = shownSeq === seq;
  useEffect(() => {
    if (!isShown) return;
    const look = () => {
      if (scrollY <= OUT_OF_SIGHT) setShownSeq(undefined);
    };
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, [isShown]);
  return { isChanged: seq !== firstSeq, isShown, close: () => setShownSeq(undefined) };
}

/** How long the phase lasts, in the same breath: of two sentences at once only the last is heard. */
function useTimeWords(): () => string {
  const text = useText();
  const session = useSession();
  const timer = useBoard(({ meta }) => meta.timer);
  return () => {
    if (timer === null || "pausedLeftMs" in timer) return "";
    return text("phase.timeRuns", { count: minutesIn(leftMs(timer, session.serverNow())) });
  };
}
