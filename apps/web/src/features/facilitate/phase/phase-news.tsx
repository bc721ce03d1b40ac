import { useEffect, useRef } from "react";

import { useBoard } from "../../../board/use-board.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { announce } from "../../../parts/screen/screen-store.ts";
import { usePhase } from "../../../parts/session/use-phase.ts";
import { useText } from "../../../texts/use-text.ts";
import { leadScreen } from "../lead-screen.ts";

/** Says that somebody else who leads began another phase; shows nothing, the bar does. */
export function PhaseNews() {
  const text = useText();
  const say = useLocalise();
  const seq = useBoard(({ meta }) => meta.phase.seq);
  const title = say(usePhase().title);
  const known = useRef(seq);
  useEffect(() => {
    if (known.current === seq) return;
    known.current = seq;
    if (leadScreen.getState().ownPhaseSeq !== seq)
      announce(text("lead.phase.now", { phase: title }));
  }, [seq, title, text]);
  return null;
}
