import { type Phase, type Plan, readyPlans } from "@hefboom/board";
import { expect, it } from "vitest";

import {
  addPhase,
  changePhase,
  movePhase,
  problemOf,
  removePhase,
  takeReady,
  tidyPlan,
  withMinutes,
} from "./edit-plan.ts";

const plan: Plan = readyPlans.standard;
const idsOf = (phases: Plan) => phases.map(({ id }) => id);
function phaseOf(id: string): Phase {
  const phase = plan.find((each) => each.id === id);
  if (phase === undefined) throw new Error(`no phase ${id}`);
  return phase;
}

it("adds an empty phase without rights behind the chosen one, else at the end", () => {
  const behind = addPhase(plan, "read", "new");
  const atTheEnd = addPhase(plan, undefined, "new");

  expect(idsOf(behind).slice(0, 4)).toEqual(["welcome", "read", "new", "write"]);
  expect(atTheEnd.at(-1)?.id).toBe("new");
  expect(Object.values(behind[2]?.rights ?? {})).not.toContain(true);
  expect(idsOf(plan)).not.toContain("new");
});

it("gives each new phase an id of its own", () => {
  const twice = addPhase(addPhase(plan, undefined), undefined);

  expect(new Set(idsOf(twice)).size).toBe(plan.length + 2);
});

it("moves a phase by one step and leaves the others in their order", () => {
  expect(idsOf(movePhase(plan, "write", -1)).slice(0, 4)).toEqual([
    "welcome",
    "write",
    "read",
    "reveal",
  ]);
  expect(movePhase(plan, "welcome", -1)).toBe(plan);
  expect(movePhase(plan, "harvest", 1)).toBe(plan);
  expect(movePhase(movePhase(plan, "vote", 1), "vote", -1)).toEqual(plan);
});

it("changes and removes one phase", () => {
  const changed = changePhase(plan, { ...phaseOf("read"), title: { nl: "Kijken" } });

  expect(changed[1]?.title).toEqual({ nl: "Kijken" });
  expect(changed[2]).toBe(plan[2]);
  expect(idsOf(removePhase(plan, "read"))).not.toContain("read");
});

it("takes minutes away altogether", () => {
  expect(withMinutes(phaseOf("read"), 12).minutes).toBe(12);
  expect("minutes" in withMinutes(phaseOf("read"))).toBe(false);
});

it("keeps the session's phase when a ready plan does not have it", () => {
  expect(idsOf(takeReady(readyPlans.standing, phaseOf("write")))).toEqual(["write", "open"]);
  expect(takeReady(readyPlans["gallery-walk"], phaseOf("vote"))).toEqual(
    readyPlans["gallery-walk"],
  );
});

it("names what keeps a plan from being saved", () => {
  const blank = changePhase(plan, { ...phaseOf("read"), title: { nl: "  " } });
  const endless = changePhase(plan, withMinutes(phaseOf("read"), 1_441));

  expect(problemOf(plan, "write")).toBeUndefined();
  expect(problemOf(blank, "write")).toEqual({ problem: "title", id: "read" });
  expect(problemOf(endless, "write")).toEqual({ problem: "minutes", id: "read" });
  expect(problemOf(removePhase(plan, "write"), "write")).toEqual({ problem: "current" });
  expect(problemOf([], "write")).toEqual({ problem: "none" });
});

it("saves no blank texts, and no ballot where nobody votes", () => {
  const vote = phaseOf("vote");
  const silent = { ...vote, rights: { ...vote.rights, vote: false } };
  const loose = { ...phaseOf("read"), title: { nl: " Lezen ", en: " " } };

  const [tidiedVote, tidiedRead] = tidyPlan([silent, loose]);

  expect(tidiedVote && "ballot" in tidiedVote).toBe(false);
  expect(tidiedRead?.title).toEqual({ nl: "Lezen" });
  expect(tidyPlan(plan)).toEqual(plan);
});
