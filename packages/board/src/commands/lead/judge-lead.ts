import { ballotOf, hasHiddenAuthors, sessionOf } from "../../document/board-state.ts";
import { cardsOf, clustersOf, leversOf } from "../../document/roots.ts";
import type { Phase } from "../../plan/phase-schema.ts";
import { cleanName } from "../../words/clean-name.ts";
import { isStorable } from "../../words/clean-text.ts";
import { type Judgement, type JudgingCommand, judgeRight } from "../judging.ts";
import { timerOf } from "./change-phase.ts";
import type {
  BallotCommand,
  LeadCommand,
  PhaseCommand,
  SpotlightCommand,
  TimerCommand,
} from "./lead-schema.ts";

/** What only those do who manage the board. */
export function judgeLead(judging: JudgingCommand, command: LeadCommand): Judgement {
  return judgeRight(judging, "manage") ?? judgeWhat(judging, command);
}

function judgeWhat(judging: JudgingCommand, command: LeadCommand): Judgement {
  const { doc, people } = judging;
  switch (command.op) {
    case "phase":
      return judgePhase(judging, command);
    case "plan": {
      const ids = command.plan.map(({ id }) => id);
      const isFit = new Set(ids).size === ids.length && ids.includes(sessionOf(doc).phase.id);
      return isFit && command.plan.every(hasStorableWords) ? undefined : "invalid";
    }
    case "timer":
      return judgeTimer(judging, command);
    case "lock":
      return command.lever === null || leversOf(doc).has(command.lever) ? undefined : "not-found";
    case "spotlight":
      return judgeSpotlight(judging, command);
    case "stop":
    case "readmit":
      return people.isKnown(command.personId) ? undefined : "not-found";
    case "rename":
      if (!people.isKnown(command.personId)) return "not-found";
      return cleanName(command.name ?? "") === undefined ? "invalid" : undefined;
    case "ballot":
      return judgeBallot(judging, command);
    case "reveal":
      // Whoever saw one person's cards come up would know whose they are.
      return command.personId !== undefined && hasHiddenAuthors(doc) ? "not-allowed" : undefined;
    case "settings":
      return undefined;
  }
}

/** Somebody else changed the phase meanwhile: then "next" would go one too far. */
function judgePhase({ doc }: JudgingCommand, { to, seq }: PhaseCommand): Judgement {
  const { plan, phase } = sessionOf(doc);
  if (!plan.some(({ id }) => id === to)) return "not-found";
  return phase.seq === seq ? undefined : "wrong-phase";
}

function judgeTimer({ doc }: JudgingCommand, { change }: TimerCommand): Judgement {
  const needsOne = change.kind !== "start" && change.kind !== "stop";
  return needsOne && timerOf(doc) === null ? "not-found" : undefined;
}

function judgeSpotlight({ doc }: JudgingCommand, { target }: SpotlightCommand): Judgement {
  if (target === null) return undefined;
  const root = { card: cardsOf, cluster: clustersOf, lever: leversOf }[target.kind];
  return root(doc).has(target.id) ? undefined : "not-found";
}

function judgeBallot({ doc }: JudgingCommand, { change }: BallotCommand): Judgement {
  const state = ballotOf(doc)?.state;
  if (change === "open") return state === "open" ? "invalid" : undefined;
  if (state === undefined) return "not-found";
  const fits = change === "close" ? state === "open" : state !== "revealed";
  return fits ? undefined : "invalid";
}

function hasStorableWords({ title, instruction }: Phase): boolean {
  return [...Object.values(title), ...Object.values(instruction)].every(isStorable);
}
