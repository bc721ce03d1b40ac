import type * as Y from "yjs";

import { ballotOf, sessionOf } from "../../document/board-state.ts";
import { metaOf, resultsOf } from "../../document/roots.ts";
import type { BallotState, PhaseState, TimerState } from "../../model/session-schema.ts";
import { beginPhase, currentPhase } from "../../plan/current-phase.ts";
import { USUAL_BALLOT } from "../../plan/ready-plans.ts";
import type { Applying } from "../applying.ts";
import { revealDrafts } from "../held/reveal-drafts.ts";
import type { Inverse } from "../past/inverse-schema.ts";
import type { PhaseCommand, TimerCommand } from "./lead-schema.ts";

const MINUTE_MS = 60_000;
type Timer = { endsAt: number } | { pausedLeftMs: number } | null;

export type PhaseInverse = Extract<Inverse, { op: "phase" }>;
export type TimerInverse = Extract<Inverse, { op: "timer" }>;

/** The phase begins: its timer, its vote, and what it reveals; what the one before had open is closed. */
export function goToPhase(applying: Applying, { id, to }: PhaseCommand): PhaseInverse {
  const { doc, now } = applying;
  const before = snapshotOf(doc);
  const state = beginPhase(sessionOf(doc), to, now);
  const meta = metaOf(doc);
  meta.set("phase", state);
  const { minutes, rights, ballot, reveals } = currentPhase(sessionOf(doc));
  setTimer(applying, minutes === undefined ? null : { endsAt: now + minutes * MINUTE_MS });
  if (meta.get("spotlight") !== null) meta.set("spotlight", null);
  const open = ballotOf(doc);
  if (open?.state === "open") meta.set("ballot", { ...open, state: "closed" });
  if (rights.vote)
    meta.set("ballot", ballotFor(open, { ...(ballot ?? USUAL_BALLOT), id, phase: to }));
  if (reveals) revealDrafts(applying, {});
  return { op: "phase", ...before, left: state.seq };
}

/** Who goes back into a phase goes on with its vote, unless its outcome was shown. */
function ballotFor(last: BallotState | undefined, fresh: Omit<BallotState, "state">): BallotState {
  const goesOn = last?.phase === fresh.phase && last.state !== "revealed";
  return goesOn ? { ...last, state: "open" } : { ...fresh, state: "open" };
}

/** Back to how it was before a phase began. Cards that it revealed stay revealed, and so does the outcome of a vote. */
export function putBackPhase(applying: Applying, inverse: PhaseInverse): PhaseInverse {
  const { doc } = applying;
  const before = snapshotOf(doc);
  const seq = before.phase.seq + 1;
  const { before: _noGrace, ...phase } = inverse.phase;
  metaOf(doc).set("phase", { ...phase, seq });
  setTimer(applying, inverse.timer);
  metaOf(doc).set("ballot", inverse.ballot && orRevealed(doc, inverse.ballot));
  return { op: "phase", ...before, left: seq };
}

/** A vote whose outcome was shown since: nobody goes on voting who knows it. */
function orRevealed(doc: Y.Doc, ballot: BallotState): BallotState {
  const last = ballotOf(doc);
  const isRevealed =
    last?.id === ballot.id
      ? last.state === "revealed"
      : ballot.isSecret && resultsOf(doc).has(ballot.id);
  return isRevealed ? { ...ballot, state: "revealed" } : ballot;
}

export function changeTimer(applying: Applying, { change }: TimerCommand): TimerInverse {
  const { doc, now } = applying;
  const before = timerOf(doc);
  const left = leftMs(before, now);
  const isPaused = before !== null && "pausedLeftMs" in before;
  switch (change.kind) {
    case "start":
      setTimer(applying, { endsAt: now + change.minutes * MINUTE_MS });
      break;
    case "add": {
      const more = left + change.minutes * MINUTE_MS;
      setTimer(applying, isPaused ? { pausedLeftMs: more } : { endsAt: now + more });
      break;
    }
    case "pause":
      setTimer(applying, { pausedLeftMs: left });
      break;
    case "resume":
      setTimer(applying, { endsAt: now + left });
      break;
    case "stop":
      setTimer(applying, null);
  }
  return { op: "timer", timer: before, left: seqOf(timerOf(doc)) };
}

export function putBackTimer(applying: Applying, inverse: TimerInverse): TimerInverse {
  const { doc } = applying;
  const before = timerOf(doc);
  setTimer(applying, inverse.timer);
  return { op: "timer", timer: before, left: seqOf(timerOf(doc)) };
}

/** The server alone writes `timer`. */
export function timerOf(doc: Y.Doc): TimerState | null {
  return (metaOf(doc).get("timer") as TimerState | null | undefined) ?? null;
}

/** 0: there is none. */
export const seqOf = (timer: TimerState | null): number => timer?.seq ?? 0;

function leftMs(timer: TimerState | null, now: number): number {
  if (timer === null) return 0;
  return "pausedLeftMs" in timer ? timer.pausedLeftMs : Math.max(0, timer.endsAt - now);
}

/** Its seq is a moment of server time, so that it grows also when there was no timer in between. */
function setTimer({ doc, now }: Applying, timer: Timer): void {
  const seq = Math.max(seqOf(timerOf(doc)) + 1, now);
  if (timer === null) metaOf(doc).set("timer", null);
  else if ("endsAt" in timer) metaOf(doc).set("timer", { endsAt: timer.endsAt, seq });
  else metaOf(doc).set("timer", { pausedLeftMs: timer.pausedLeftMs, seq });
}

interface Snapshot {
  phase: PhaseState;
  timer: TimerState | null;
  ballot: BallotState | null;
}
function snapshotOf(doc: Y.Doc): Snapshot {
  return { phase: sessionOf(doc).phase, timer: timerOf(doc), ballot: ballotOf(doc) ?? null };
}
