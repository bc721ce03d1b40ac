import type { CreateCommand, FinalRefusal } from "@hefboom/board";

import type { OutboxCommand } from "../outbox-command.ts";
import { foldCommand } from "./fold-command.ts";
import type { OutboxState, PendingCommand, StoredDrawerEntry, StoredEdit } from "./outbox-state.ts";

/**
 * A change of the outbox; done at once in memory, and once more on what storage holds when it is written. Doing it twice
 * changes nothing, for storage may have written what it never confirmed.
 */
export type OutboxChange = (state: OutboxState) => OutboxState;

/** The outbox with these changes laid over it, in this order. */
export function withChanges(state: OutboxState, changes: readonly OutboxChange[]): OutboxState {
  return changes.reduce((before, change) => change(before), state);
}

/** Adds a command, or lets it change what was not sent yet: ten moves offline are one. */
export function adding(entry: PendingCommand): OutboxChange {
  const { op, id, cardId } = entry.command;
  return (state) => {
    const isKnown = state.pending.some(({ command }) => command.id === id);
    const isNewOwn = op === "create" && !state.ownCardIds.includes(cardId);
    return {
      ...state,
      pending: isKnown ? state.pending : foldCommand(state.pending, entry),
      ownCardIds: isNewOwn ? [...state.ownCardIds, cardId] : state.ownCardIds,
    };
  };
}

/** These are about to be sent: nobody alters them from now on. */
export function attempting(ids: ReadonlySet<string>): OutboxChange {
  return (state) => ({
    ...state,
    pending: state.pending.map((entry) =>
      ids.has(entry.command.id) ? { ...entry, isAttempted: true } : entry,
    ),
  });
}

/** Whoever typed on this card has paused: what was held may leave. */
export function releasing(cardId: string): OutboxChange {
  return (state) => ({
    ...state,
    pending: state.pending.map((entry) =>
      entry.isHeld && entry.command.cardId === cardId ? { ...entry, isHeld: false } : entry,
    ),
  });
}

/** The server has done it, or refused it for good: then its words go to the drawer. Once, however often it is said. */
export function settling(id: string, refused: FinalRefusal | undefined): OutboxChange {
  return (state) => {
    const settled = state.pending.find(({ command }) => command.id === id);
    if (settled === undefined) return state;
    const rest = state.pending.filter((entry) => entry !== settled);
    if (refused === undefined) return { ...state, pending: rest };
    return puttingAway({ ...state, pending: rest }, settled.command, refused);
  };
}

/** Puts an entry into the drawer, unless it is there. */
export function keeping(entry: StoredDrawerEntry): OutboxChange {
  return (state) => {
    if (state.drawer.some(({ id }) => id === entry.id)) return state;
    return { ...state, drawer: [...state.drawer, entry] };
  };
}

export function discarding(drawerId: string): OutboxChange {
  return (state) => ({ ...state, drawer: state.drawer.filter(({ id }) => id !== drawerId) });
}

/** The letters under way on this page are these now; what another page took over stays with that one. */
export function replacingEdits(page: string, edits: readonly StoredEdit[]): OutboxChange {
  return (state) => {
    const others = state.edits.filter((edit) => edit.page !== page);
    const taken = new Set(others.map(({ id }) => id));
    return { ...state, edits: [...others, ...edits.filter(({ id }) => !taken.has(id))] };
  };
}

/** The drawer's entry of a refused command; it has the command's id, so that two pages do not make two of it. */
export function drawerEntryOf(command: OutboxCommand, refused: FinalRefusal): StoredDrawerEntry {
  const { id, op, cardId } = command;
  return { id, refused, op, cardId, command, ...("text" in command && { text: command.text }) };
}

function puttingAway(
  state: OutboxState,
  command: OutboxCommand,
  refused: FinalRefusal,
): OutboxState {
  if (command.op !== "create") {
    const isWordless = command.op === "rewrite" && command.text.trim() === "";
    return isWordless ? state : keeping(drawerEntryOf(command, refused))(state);
  }
  // What was to be done to a card that will not be there goes with it; the card keeps its newest words.
  const whole = withWhatFollowed(state.pending, command);
  const pending = state.pending.filter((entry) => entry.command.cardId !== command.cardId);
  return keeping(drawerEntryOf(whole, refused))({ ...state, pending });
}

function withWhatFollowed(
  pending: readonly PendingCommand[],
  create: CreateCommand,
): CreateCommand {
  let { text } = create;
  for (const { command } of pending) {
    if (command.cardId === create.cardId && command.op === "rewrite") text = command.text;
  }
  return { ...create, text };
}
