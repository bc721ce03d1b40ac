import type { Actor, Command, RefusalCode } from "@hefboom/board";
import type { Answer } from "@hefboom/contract/messages";

import { type ParsedCommand, parseCommands } from "../batch/parse-commands.ts";
import type { PersonBudget } from "../limits/person-budget.ts";
import type { TaskOptions } from "./room-task.ts";

/** So many commands are judged in one go: a longer list takes several turns, so that no batch lasts longer than it may. */
const PORTION = 50;

/**
 * What a list of commands asks of a room, in portions; each gives the answers to its own.
 * @param commands parsed JSON, not yet checked
 * @throws {InvalidCommandError}
 */
export function commandPortions(
  actor: Actor,
  commands: readonly unknown[],
  budget: PersonBudget,
): TaskOptions<Answer[]>[] {
  const parsed = parseCommands(commands);
  const portions: TaskOptions<Answer[]>[] = [];
  for (let from = 0; from === 0 || from < parsed.length; from += PORTION) {
    portions.push(portionOf(actor, parsed.slice(from, from + PORTION), budget));
  }
  return portions;
}

function portionOf(
  actor: Actor,
  parsed: readonly ParsedCommand[],
  budget: PersonBudget,
): TaskOptions<Answer[]> {
  const via = actor.role === "scribe" ? "scribe" : undefined;
  const isTooFast = parsed.map(({ command }) => !budget.take(actor, sizeOf(command)));
  return {
    commands: parsed.flatMap(({ command }, index) => (isTooFast[index] ? [] : (command ?? []))),
    run: (batch) =>
      parsed.map(({ id, command }, index) => {
        if (isTooFast[index]) return answer(id, "too-fast");
        return answer(id, command === undefined ? "invalid" : batch.command(actor, command, via));
      }),
    failed: () => parsed.map(({ id }) => answer(id, "cannot-save")),
  };
}

/** Bytes of an id in a list of them. */
const ID_BYTES = 22;

/** What a command has besides what all have, in bytes, about. */
function sizeOf(command: Command | undefined): number {
  if (command === undefined) return 0;
  if (command.op === "cluster") return command.title.length + command.members.length * ID_BYTES;
  return "text" in command ? command.text.length : 0;
}

function answer(id: string, refused: RefusalCode | undefined): Answer {
  return refused === undefined ? { id, saved: true } : { id, refused };
}
