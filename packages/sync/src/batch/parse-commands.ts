import { type Command, commandEnvelopeSchema, commandSchema } from "@hefboom/board";
import { Compile } from "typebox/compile";

const envelope = Compile(commandEnvelopeSchema);
const whole = Compile(commandSchema);

/** Something in a list of commands is no command at all: it has no `op`, or no well-formed `id` to answer to. */
export class InvalidCommandError extends Error {
  override readonly name = "InvalidCommandError";
  readonly code = "INVALID_COMMAND";
}

export type ParsedCommand = { id: string; command: Command | undefined };

/** `command` is undefined where the id is fine and the rest is not: that one is refused as `invalid`. @throws {InvalidCommandError} */
export function parseCommands(list: readonly unknown[]): ParsedCommand[] {
  return list.map((value) => {
    if (!envelope.Check(value)) {
      throw new InvalidCommandError(
        "a command needs an `op` and an `id` of 20 characters [0-9a-z]",
      );
    }
    return { id: value.id, command: whole.Check(value) ? value : undefined };
  });
}
