import { type BinnedCard, type Command, type Inverse, inverseSchema } from "@hefboom/board";
import { Compile } from "typebox/compile";

import type { BoardLog } from "../../board-log.ts";

const inverseCheck = Compile(inverseSchema);

/** What the tables say about the commands of a batch before it runs. */
export interface FoundPast {
  /** Who did a command, by its id; `null`: it was done so long ago that this is forgotten. */
  readonly doneBy: ReadonlyMap<string, string | null>;
  readonly inverses: ReadonlyMap<string, Inverse>;
  readonly binned: ReadonlyMap<string, BinnedCard>;
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** Most batches ask one thing: was any of it done before. Only an undo or a restore needs to know more. */
export async function lookUpPast(
  log: BoardLog,
  boardId: string,
  commands: readonly Command[],
): Promise<FoundPast> {
  const targets = commands.flatMap((command) => (command.op === "undo" ? [command.command] : []));
  const ids = [...commands.map(({ id }) => id), ...targets];
  const doneBy = ids.length > 0 ? await log.doneBy(boardId, ids) : NOTHING;
  const inverses = targets.length > 0 ? await inversesOf(log, boardId, targets) : NOTHING;
  const restored = [...commands, ...inverses.values()].flatMap((command) =>
    command.op === "restore" ? [command.cardId] : [],
  );
  const binned = restored.length > 0 ? await log.binned(boardId, restored) : NOTHING;
  return { doneBy, inverses, binned };
}

async function inversesOf(log: BoardLog, boardId: string, commandIds: readonly string[]) {
  const found = new Map<string, Inverse>();
  for (const [id, { inverse }] of await log.inversesOf(boardId, commandIds)) {
    const parsed: unknown = JSON.parse(inverse);
    // One that another version wrote and this one does not know cannot be taken back here.
    if (inverseCheck.Check(parsed)) found.set(id, parsed);
  }
  return found;
}
