import type * as Y from "yjs";

import { phaseIdOf } from "../../document/board-state.ts";
import { cardsOf, placesOf } from "../../document/roots.ts";
import { areSameLabels, isSamePlace } from "../../document/same-facts.ts";
import { isAllowed } from "../../policy/policy.ts";
import type { Actor } from "../actor.ts";
import type { CardCommand, UndoCommand } from "../command-schema.ts";
import type { FinalRefusal } from "../refusal.ts";
import type { Inverse } from "./inverse-schema.ts";
import type { Past } from "./past.ts";

interface Resolving {
  readonly doc: Y.Doc;
  readonly actor: Actor;
  readonly past: Past;
}
export type Resolved = { readonly command: CardCommand } | { readonly refused: FinalRefusal };

/**
 * The command that an undo stands for, still to be judged as any other; or why there is none:
 * - `not-found`: no such command was done, or very long ago, or what it left is not there any more: a card that was
 *   moved or labelled again since stays as it is now. Taking back one's own steps in reverse order always fits.
 * - `not-allowed`: somebody else did it, and this role does not manage the board.
 * - `invalid`: it cannot be taken back: a rewritten text (the editor undoes letters), or what changed nothing.
 *
 * The undo is itself a done command with an inverse: undoing the undo does the thing again.
 */
export function resolveUndo({ doc, actor, past }: Resolving, undo: UndoCommand): Resolved {
  const done = past.done(undo.command);
  if (done === undefined || done.personId === null) return { refused: "not-found" };
  const isMine = done.personId === actor.personId;
  if (!isMine && !isAllowed(actor.role, phaseIdOf(doc), "manage"))
    return { refused: "not-allowed" };
  const { inverse } = done;
  if (inverse === undefined) return { refused: "invalid" };
  if (!isAsLeft(doc, inverse)) return { refused: "not-found" };
  return { command: commandOf(inverse, undo.id) };
}

function isAsLeft(doc: Y.Doc, inverse: Inverse): boolean {
  switch (inverse.op) {
    case "place": {
      const place = placesOf(doc).get(inverse.cardId);
      return place !== undefined && isSamePlace(place, inverse.left);
    }
    case "label":
      return areSameLabels(cardsOf(doc).get(inverse.cardId)?.labels, inverse.left);
    case "delete":
    case "restore":
      return true; // nothing is lost by these: the judge asks whether the card is there, and the bin keeps it whole
  }
}

function commandOf(inverse: Inverse, id: string): CardCommand {
  const { op, cardId } = inverse;
  switch (op) {
    case "place":
      return { op, id, cardId, ...inverse.place };
    case "label":
      return { op, id, cardId, labels: inverse.labels };
    case "delete":
    case "restore":
      return { op, id, cardId };
  }
}
