import type { BinnedCard, Command } from "@hefboom/board";

import type { BoardLog } from "../../board-log.ts";
import { parseInverse } from "./parse-inverse.ts";

/** What the tables say about the commands of a batch before it runs. */
export interface FoundPast {
  /** Who did a command, by its id; `null`: it was done so long ago that this is forgotten. */
  readonly doneBy: ReadonlyMap<string, string | null>;
  /** As the log keeps them: they are read when their turn comes, as those of clusters may be long. */
  readonly inverses: ReadonlyMap<string, string>;
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
  const restored = [
    ...commands.flatMap((command) => (command.op === "restore" ? command.cardId : [])),
    ...[...inverses.values()].flatMap(restoredBy),
  ];
  const binned = restored.length > 0 ? await log.binned(boardId, restored) : NOTHING;
  return { doneBy, inverses, binned };
}

async function inversesOf(log: BoardLog, boardId: string, commandIds: readonly string[]) {
  const found = await log.inversesOf(boardId, commandIds);
  return new Map([...found].map(([id, { inverse }]) => [id, inverse]));
}

/** Most are no such thing, which a look at them tells; inside of a text these quotes would be escaped. */
function restoredBy(json: string): string[] {
  const inverse = json.includes('"op":"restore"') ? parseInverse(json) : undefined;
  return inverse?.op === "restore" ? [inverse.cardId] : [];
}
