import type { Command, CreateCommand, PlaceCommand } from "@hefboom/board";

/** One command that the server has not answered for good. */
export interface PendingCommand {
  readonly command: Command;
  /** It was sent once, perhaps in an earlier life of this page, and may have been done: it is not altered any more. */
  isAttempted: boolean;
  /** Not to be sent yet: somebody is still typing. */
  isHeld: boolean;
}

/**
 * The queue with `added` in it. What was never sent may still change: a move or a new text goes into the waiting
 * create, a later move replaces the earlier, and deleting a card that nobody has seen leaves nothing to send.
 */
export function foldCommand(
  entries: readonly PendingCommand[],
  added: PendingCommand,
): PendingCommand[] {
  const { command } = added;
  if (command.op === "delete") return foldDelete(entries, added);
  const index = entries.findIndex(
    (entry) => !entry.isAttempted && canTakeIn(entry.command, command),
  );
  const older = entries[index];
  if (older === undefined) return [...entries, added];
  return entries.with(index, { ...added, command: takeIn(older.command, command) });
}

function foldDelete(entries: readonly PendingCommand[], added: PendingCommand): PendingCommand[] {
  const isUnsent = (entry: PendingCommand) =>
    entry.command.cardId === added.command.cardId && !entry.isAttempted;
  const wasNeverSent = entries.some((entry) => isUnsent(entry) && entry.command.op === "create");
  const kept = entries.filter((entry) => !isUnsent(entry));
  return wasNeverSent ? kept : [...kept, added];
}

function canTakeIn(older: Command, newer: Command): boolean {
  if (older.cardId !== newer.cardId) return false;
  if (newer.op === "create" || newer.op === "delete") return false;
  return older.op === "create" || older.op === newer.op;
}

function takeIn(older: Command, newer: Command): Command {
  if (older.op !== "create") return newer;
  if (newer.op === "rewrite") return { ...older, text: newer.text };
  return newer.op === "place" ? withPlace(older, newer) : newer;
}

function withPlace(create: CreateCommand, place: PlaceCommand): CreateCommand {
  const { order: _order, x: _x, y: _y, ...rest } = create;
  const { op: _op, id: _id, ...placing } = place;
  return { ...rest, ...placing };
}
