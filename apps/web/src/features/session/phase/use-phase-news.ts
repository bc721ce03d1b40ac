import { useEffect, useRef, useState } from "react";

import { announce } from "../../../parts/screen/screen-store.ts";
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
  const known = useRef(seq);
  const [firstSeq] = useState(seq);
  const [shownSeq, setShownSeq] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each phase, not for another language
  useEffect(() => {
    if (known.current === seq) return;
    known.current = seq;
    announce(text("phase.changed", { title, instruction }));
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
