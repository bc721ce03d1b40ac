import { describe, expect, it } from "vitest";
import { CLOSED_PHASE, OPEN_PHASE } from "../plan/fixed-phases.ts";
import type { PhaseRights } from "../plan/phase-schema.ts";
import { actions, isAboveLocks, isAllowed, judgeAction, roles } from "./policy.ts";

const cellOf = { allowed: "yes", "not-allowed": "no", "wrong-phase": "phase" } as const;
const tableIn = (rights: PhaseRights) =>
  [
    ["", ...actions],
    ...roles.map((role) => [
      role,
      ...actions.map((action) => cellOf[judgeAction(role, rights, action)]),
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
    expect(`\n${tableIn(OPEN_PHASE.rights)}\n`).toMatchInlineSnapshot(`
      "
                    create        edit-own      edit-other    move-own      move-other    delete-own    delete-other  restore-own   restore-other cluster       vote          vote-for-otherraise-hand    be-present    manage
      participant   yes           yes           no            yes           no            yes           no            yes           no            phase         phase         no            yes           yes           no
      facilitator   yes           yes           yes           yes           yes           yes           yes           yes           yes           yes           no            no            no            yes           yes
      scribe        yes           yes           yes           yes           no            yes           no            yes           no            phase         no            phase         no            yes           no
      organiser     yes           yes           yes           yes           yes           yes           yes           yes           yes           yes           no            no            no            yes           yes
      viewer        no            no            no            no            no            no            no            no            no            no            no            no            no            no            no
      "
    `);
  });

  it("in a phase that gives nothing", () => {
    expect(`\n${tableIn(CLOSED_PHASE.rights)}\n`).toMatchInlineSnapshot(`
      "
                    create        edit-own      edit-other    move-own      move-other    delete-own    delete-other  restore-own   restore-other cluster       vote          vote-for-otherraise-hand    be-present    manage
      participant   phase         phase         no            phase         no            phase         no            phase         no            phase         phase         no            yes           yes           no
      facilitator   yes           yes           yes           yes           yes           yes           yes           yes           yes           yes           no            no            no            yes           yes
      scribe        yes           yes           yes           yes           no            yes           no            yes           no            phase         no            phase         no            yes           no
      organiser     yes           yes           yes           yes           yes           yes           yes           yes           yes           yes           no            no            no            yes           yes
      viewer        no            no            no            no            no            no            no            no            no            no            no            no            no            no            no
      "
    `);
  });

  it("gives a viewer nothing, in any phase", () => {
    for (const action of actions) {
      expect(judgeAction("viewer", OPEN_PHASE.rights, action)).toBe("not-allowed");
    }
  });

  it("gives the organiser what the facilitator has", () => {
    for (const action of actions) {
      for (const { rights } of [OPEN_PHASE, CLOSED_PHASE]) {
        const facilitator = isAllowed("facilitator", rights, action);
        expect(isAllowed("organiser", rights, action)).toBe(facilitator);
      }
    }
  });

  it("gives nobody more on another's card than on one's own", () => {
    for (const role of roles) {
      for (const verb of ["edit", "move", "delete", "restore"] as const) {
        if (isAllowed(role, OPEN_PHASE.rights, `${verb}-other`)) {
          expect(isAllowed(role, OPEN_PHASE.rights, `${verb}-own`)).toBe(true);
        }
      }
    }
  });

  it("lets locks bind all but those who set them", () => {
    expect(roles.filter(isAboveLocks)).toEqual(["facilitator", "organiser"]);
  });
});
