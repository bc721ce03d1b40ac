import { currentPhase, type Phase } from "@hefboom/board";

import { useBoard } from "../../board/use-board.ts";
import { useText } from "../../texts/use-text.ts";
import { useLocalise } from "../lever/use-lever.ts";

/** The phase the session is in. */
export function usePhase(): Phase {
  return useBoard(({ meta }) => currentPhase(meta));
}

/** Whether the session has steps at all; a standing board has one. */
export function useHasPhases(): boolean {
  return useBoard(({ meta }) => meta.plan.length > 1);
}

/** Whether the phase's own vote is over and its outcome shown: what the phase asked for is done. */
export function useIsOutcomeShown(): boolean {
  return useBoard(
    ({ meta: { ballot, phase, plan } }) =>
      plan.length > 1 && ballot?.state === "revealed" && ballot.phase === phase.id,
  );
}

/** What is asked of people now, or what they look at once there is nothing left to do. */
export function useInstruction(): string {
  const text = useText();
  const say = useLocalise();
  const phase = usePhase();
  return useIsOutcomeShown() ? text("phase.outcome") : say(phase.instruction);
}
