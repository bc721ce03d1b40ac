import { describe, expect, it } from "vitest";

import { OPEN_PHASE } from "./phases.ts";
import { actions, isAboveLocks, isAllowed, judgeAction, roles } from "./policy.ts";

const cellOf = { allowed: "yes", "not-allowed": "no", "wrong-phase": "phase" } as const;
const tableIn = (phase: string) =>
  [
    ["", ...actions],
    ...roles.map((role) => [
      role,
      ...actions.map((action) => cellOf[judgeAction(role, phase, action)]),
    ]),
  ]
    .map((cells) =>
      cells
        .map((cell) => cell.padEnd(14))
        .join("")
        .trimEnd(),
    )
    .join("\n");

describe("the policy table", () => {
  it("in the open phase", () => {
    expect(`\n${tableIn(OPEN_PHASE.id)}\n`).toMatchInlineSnapshot(`
      "
                    create        edit-own      edit-other    move-own      move-other    delete-own    delete-other  restore-own   restore-other be-present    manage
      participant   yes           yes           no            yes           no            yes           no            yes           no            yes           no
      facilitator   yes           yes           yes           yes           yes           yes           yes           yes           yes           yes           yes
      scribe        yes           yes           yes           yes           no            yes           no            yes           no            yes           no
      organiser     yes           yes           yes           yes           yes           yes           yes           yes           yes           yes           yes
      viewer        no            no            no            no            no            no            no            no            no            no            no
      "
    `);
  });

  it("in a phase nobody knows", () => {
    expect(`\n${tableIn("toekomst")}\n`).toMatchInlineSnapshot(`
      "
                    create        edit-own      edit-other    move-own      move-other    delete-own    delete-other  restore-own   restore-other be-present    manage
      participant   phase         phase         no            phase         no            phase         no            phase         no            yes           no
      facilitator   yes           yes           yes           yes           yes           yes           yes           yes           yes           yes           yes
      scribe        yes           yes           yes           yes           no            yes           no            yes           no            yes           no
      organiser     yes           yes           yes           yes           yes           yes           yes           yes           yes           yes           yes
      viewer        no            no            no            no            no            no            no            no            no            no            no
      "
    `);
  });

  it("gives a viewer nothing, in any phase", () => {
    for (const action of actions) {
      expect(judgeAction("viewer", OPEN_PHASE.id, action)).toBe("not-allowed");
    }
  });

  it("gives the organiser what the facilitator has", () => {
    for (const action of actions) {
      for (const phase of [OPEN_PHASE.id, "toekomst"]) {
        expect(isAllowed("organiser", phase, action)).toBe(isAllowed("facilitator", phase, action));
      }
    }
  });

  it("gives nobody more on another's card than on one's own", () => {
    for (const role of roles) {
      for (const verb of ["edit", "move", "delete", "restore"] as const) {
        if (isAllowed(role, OPEN_PHASE.id, `${verb}-other`)) {
          expect(isAllowed(role, OPEN_PHASE.id, `${verb}-own`)).toBe(true);
        }
      }
    }
  });

  it("lets locks bind all but those who set them", () => {
    expect(roles.filter(isAboveLocks)).toEqual(["facilitator", "organiser"]);
  });
});
