import type { CreateCommand, PlaceCommand } from "@hefboom/board";

import type { OutboxCommand } from "../outbox-command.ts";
import type { PendingCommand } from "./outbox-state.ts";

/**
 * The queue with `added` in it. What was never sent may still change, on the page that made it: a move or a new text goes
 * into the waiting create, a later move replaces the earlier, and deleting a card that nobody has seen leaves nothing to
 * send.
 */
export function foldCommand(
  entries: readonly PendingCommand[],
  added: PendingCommand,
): PendingCommand[] {
  if (added.command.op === "delete") return foldDelete(entries, added);
  const index = entries.findIndex((entry) => mayChange(entry, added) && canTakeIn(entry, added));
  const older = entries[index];
  if (older === undefined) return [...entries, added];
  return entries.with(index, { ...added, command: takeIn(older.command, added.command) });
}

function foldDelete(entries: readonly PendingCommand[], added: PendingCommand): PendingCommand[] {
  const isUnsent = (entry: PendingCommand) => mayChange(entry, added);
  const wasNeverSent = entries.some((entry) => isUnsent(entry) && entry.command.op === "create");
  const kept = entries.filter((entry) => !isUnsent(entry));
  return wasNeverSent ? kept : [...kept, added];
}

function mayChange(entry: PendingCommand, added: PendingCommand): boolean {
  const isSameCard = entry.command.cardId === added.command.cardId;
  return isSameCard && !entry.isAttempted && entry.page === added.page;
}

function canTakeIn({ command: older }: PendingCommand, { command: newer }: PendingCommand) {
  if (newer.op === "create" || newer.op === "delete" || newer.op === "restore") return false;
  return older.op === "create" || older.op === newer.op;
}

function takeIn(older: OutboxCommand, newer: OutboxCommand): OutboxCommand {
  if (older.op !== "create") return newer;
  if (newer.op === "rewrite") return { ...older, text: newer.text };
  if (newer.op === "label") return { ...older, labels: newer.labels };
  return newer.op === "place" ? withPlace(older, newer) : newer;
}

function withPlace(create: CreateCommand, place: PlaceCommand): CreateCommand {
  const { order: _order, x: _x, y: _y, ...rest } = create;
  const { op: _op, id: _id, ...placing } = place;
  return { ...rest, ...placing };
}
