import type { Applying } from "../applying.ts";
import { putBackClusters } from "../clusters/apply-cluster.ts";
import { judgeClustersBack } from "../clusters/judge-cluster.ts";
import { type Judgement, type JudgingCommand, judgeRight } from "../judging.ts";
import { putBackPhase, putBackTimer } from "../lead/change-phase.ts";
import type { Inverse, PutBack } from "./inverse-schema.ts";

/** Whether somebody may take back now what no command of its own takes back. */
export function judgePutBack(judging: JudgingCommand, putBack: PutBack): Judgement {
  if (judging.people.isStopped(judging.actor.personId)) return "stopped";
  return putBack.op === "clusters"
    ? judgeClustersBack(judging, putBack)
    : judgeRight(judging, "manage");
}

/** @returns how this is taken back in turn */
export function applyPutBack(applying: Applying, putBack: PutBack): Inverse {
  switch (putBack.op) {
    case "clusters":
      return putBackClusters(applying.doc, putBack);
    case "phase":
      return putBackPhase(applying, putBack);
    case "timer":
      return putBackTimer(applying, putBack);
  }
}
