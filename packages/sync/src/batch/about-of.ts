import type { DirectCommand } from "@hefboom/board";

/** Fields of commands that name what they are about, in the order in which they are looked for. */
const FIELDS = ["cardId", "clusterId", "personId", "to", "lever"] as const;

/** Id of what a command is about, for the readable log; `null`: the session as a whole. Never a text. */
export function aboutOf(command: DirectCommand): string | null {
  const fields: Partial<Record<string, unknown>> = command;
  for (const field of FIELDS) {
    const value = fields[field];
    if (typeof value === "string") return value;
  }
  if (command.op === "spotlight") return command.target?.id ?? null;
  return command.op === "ballot" ? command.change : null;
}
