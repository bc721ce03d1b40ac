import type { Phase } from "@hefboom/board";

import { useOpenBoard } from "../../../board/use-board.ts";
import { useLead } from "../../../parts/lead/use-lead.ts";
import { useLocalise } from "../../../parts/lever/use-lever.ts";
import { useText } from "../../../texts/use-text.ts";
import { askForPhase, leadScreen, type PhaseAsked } from "../lead-screen.ts";
import { phaseById, showsDrafts, stepsOf } from "./steps.ts";

/** Goes to a phase; before it shows drafts it asks, see `RevealFirst`. */
export function usePhaseChange() {
  const { store } = useOpenBoard();
  const change = useChange();
  return (to: Phase) => {
    const { meta, staff } = store.getState();
    const asked = { to: to.id, seq: meta.phase.seq };
    if (showsDrafts(stepsOf(meta).current, to, staff?.drafts)) askForPhase(asked);
    else void change(asked);
  };
}

/** Goes to a phase without asking. */
export function useChange(): (asked: PhaseAsked) => Promise<void> {
  const { store } = useOpenBoard();
  const lead = useLead();
  const text = useText();
  const say = useLocalise();
  return async ({ to, seq }) => {
    if (leadScreen.getState().isChangingPhase) return;
    const phase = phaseById(store.getState().meta.plan, to);
    leadScreen.setState({ isChangingPhase: true, ownPhaseSeq: seq + 1 });
    try {
      const words = text("lead.phase.now", { phase: phase ? say(phase.title) : to });
      await lead({ op: "phase", to, seq }, words);
    } finally {
      leadScreen.setState({ isChangingPhase: false });
    }
  };
}
