import * as Y from "yjs";

import type { Actor } from "../commands/actor.ts";
import type { CreateCommand } from "../commands/command-schema.ts";
import { sessionOf } from "../document/board-state.ts";
import { createBoard, type NewBoard } from "../document/create-board.ts";
import { metaOf } from "../document/roots.ts";
import { newId } from "../model/new-id.ts";
import { OPEN_PHASE } from "../plan/fixed-phases.ts";
import type { Phase, Plan } from "../plan/phase-schema.ts";
import type { Role } from "../policy/policy.ts";
import { elfHefbomen } from "../templates/elf-hefbomen.ts";

/** Server time of everything that tests make. */
export const TEST_NOW = 1_750_000_000_000;

/** A document with an empty board of the eleven levers. */
export function aBoard(changes: Partial<NewBoard> = {}): Y.Doc {
  const doc = new Y.Doc();
  createBoard(doc, {
    title: { nl: "Proefbord" },
    locale: "nl",
    authors: "shown",
    template: elfHefbomen,
    now: TEST_NOW,
    ...changes,
  });
  return doc;
}

export function anActor(role: Role = "participant", changes: Partial<Actor> = {}): Actor {
  return { personId: newId(), role, consent: "none", ...changes };
}

export function aCreate(changes: Partial<CreateCommand> = {}): CreateCommand {
  return {
    op: "create",
    id: newId(),
    cardId: newId(),
    kind: "note",
    text: "Een bankje voor iedereen",
    lever: "h01",
    ...changes,
  };
}

/** A plan of one step for each of these, with the id as its title. */
export function aPlan(...phases: (Partial<Phase> & { id: string })[]): Plan {
  return phases.map((phase) => ({ ...OPEN_PHASE, title: { nl: phase.id }, ...phase }));
}

/** Begins the phase as those who lead would, long before now, so that nothing of the one before goes on. */
export function beginPhaseOn(board: { doc: Y.Doc }, id: string): void {
  const { plan, phase } = sessionOf(board.doc);
  const index = plan.findIndex((each) => each.id === id);
  metaOf(board.doc).set("phase", { id, seq: phase.seq + 1, index, startedAt: 0, before: phase.id });
}
