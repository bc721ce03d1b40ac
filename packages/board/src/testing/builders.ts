import * as Y from "yjs";

import type { Actor } from "../commands/actor.ts";
import type { CreateCommand } from "../commands/command-schema.ts";
import { createBoard, type NewBoard } from "../document/create-board.ts";
import { newId } from "../model/new-id.ts";
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
