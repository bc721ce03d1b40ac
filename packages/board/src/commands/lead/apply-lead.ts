import { locksOf, sessionOf } from "../../document/board-state.ts";
import { metaOf, peopleOf } from "../../document/roots.ts";
import type { Spotlight } from "../../model/meta.ts";
import { cleanName } from "../../words/clean-name.ts";
import type { Applying } from "../applying.ts";
import { revealDrafts } from "../held/reveal-drafts.ts";
import type { Inverse } from "../past/inverse-schema.ts";
import { changeBallot } from "./change-ballot.ts";
import { changeTimer, goToPhase } from "./change-phase.ts";
import type { LeadCommand, LockCommand, SpotlightCommand } from "./lead-schema.ts";

/** Does what `judgeLead` let pass. @returns how it is taken back, where it can be */
export function applyLead(applying: Applying, command: LeadCommand): Inverse | undefined {
  const { doc, people } = applying;
  switch (command.op) {
    case "phase":
      return goToPhase(applying, command);
    case "timer":
      return changeTimer(applying, command);
    case "lock":
      return changeLock(applying, command);
    case "stop":
    case "readmit":
      return setStopped(applying, command.personId, command.op === "stop");
    case "plan":
      metaOf(doc).set("plan", command.plan);
      return undefined;
    case "settings":
      metaOf(doc).set("settings", { ...sessionOf(doc).settings, ...command.settings });
      return undefined;
    case "spotlight":
      setSpotlight(applying, command);
      return undefined;
    case "reveal":
      revealDrafts(applying, command);
      return undefined;
    case "ballot":
      changeBallot(applying, command);
      return undefined;
    case "rename": {
      const name = cleanName(command.name ?? "") || null;
      people.setName(command.personId, name);
      rename(applying, command.personId, name);
      return undefined;
    }
  }
}

function changeLock({ doc }: Applying, { lever, isLocked }: LockCommand): Inverse | undefined {
  const locks = locksOf(doc);
  const wasLocked = lever === null ? locks.board : locks.levers.includes(lever);
  if (wasLocked === isLocked) return undefined;
  const others = locks.levers.filter((each) => each !== lever);
  const levers = lever !== null && isLocked ? [...others, lever] : others;
  metaOf(doc).set("locks", { board: lever === null ? isLocked : locks.board, levers });
  return { op: "lock", lever, isLocked: wasLocked };
}

function setStopped({ people, now }: Applying, personId: string, isStopped: boolean) {
  if (people.isStopped(personId) === isStopped) return undefined;
  people.setStopped(personId, isStopped ? now : null);
  return { op: isStopped ? "readmit" : "stop", personId } as const;
}

/** Its seq is a moment of server time, so that it grows also when nothing was pointed at in between. */
function setSpotlight({ doc, now }: Applying, { target }: SpotlightCommand): void {
  // The server alone writes `spotlight`.
  const before = metaOf(doc).get("spotlight") as Spotlight | null | undefined;
  const seq = Math.max((before?.seq ?? 0) + 1, now);
  metaOf(doc).set("spotlight", target === null ? null : { ...target, seq });
}

/** Only who is named on the board gets the other name there. */
function rename({ doc }: Applying, personId: string, name: string | null): void {
  const person = peopleOf(doc).get(personId);
  if (person?.name === undefined) return;
  const { hue } = person;
  peopleOf(doc).set(personId, name === null ? { hue } : { name, hue });
}
