import { newId } from "@hefboom/board";

import type { OutboxCommand } from "./outbox-command.ts";
import type { StoredDrawerEntry } from "./state/outbox-state.ts";

/** The refused entry as a new command; a card whose id was taken gets a new one. `undefined` when there is nothing to try. */
export function retryCommand(entry: StoredDrawerEntry): OutboxCommand | undefined {
  const { command, cardId, text, refused } = entry;
  const id = newId();
  if (command === undefined) {
    return text === undefined ? undefined : { op: "rewrite", id, cardId, text };
  }
  if (command.op === "create" && refused === "id-in-use") {
    return { ...command, id, cardId: newId() };
  }
  return { ...command, id };
}
