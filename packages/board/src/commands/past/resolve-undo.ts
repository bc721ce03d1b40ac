import type * as Y from "yjs";

import { sessionOf } from "../../document/board-state.ts";
import { cardsOf, placesOf } from "../../document/roots.ts";
import { areSameLabels, isSamePlace } from "../../document/same-facts.ts";
import { isAlwaysAllowed } from "../../policy/policy.ts";
import type { Actor } from "../actor.ts";
import { areClustersAsLeft } from "../clusters/apply-cluster.ts";
import type { DirectCommand, UndoCommand } from "../command-schema.ts";
import type { HeldCards } from "../held/held-card.ts";
import { seqOf, timerOf } from "../lead/change-phase.ts";
import type { FinalRefusal } from "../refusal.ts";
import type { Inverse, PutBack } from "./inverse-schema.ts";
import type { Past } from "./past.ts";

interface Resolving {
  readonly doc: Y.Doc;
  readonly actor: Actor;
  readonly past: Past;
  readonly held: HeldCards;
}
/** `putBack`: something that no command stands for; to be judged by `judgePutBack`. */
export type Resolved =
  | { readonly command: DirectCommand }
  | { readonly putBack: PutBack }
  | { readonly refused: FinalRefusal };

/**
 * What an undo stands for, still to be judged as any other command; or why there is nothing:
 * - `not-found`: no such command was done, or very long ago, or what it left is not there any more: a card that was
 *   moved or labelled again since stays as it is now. Taking back one's own steps in reverse order always fits.
 * - `not-allowed`: somebody else did it, and this role does not manage the board.
 * - `invalid`: it cannot be taken back: a rewritten text (the editor undoes letters), or what changed nothing.
 *
 * The undo is itself a done command with an inverse: undoing the undo does the thing again.
 */
export function resolveUndo(resolving: Resolving, undo: UndoCommand): Resolved {
  const { actor, past } = resolving;
  const done = past.done(undo.command);
  if (done === undefined || done.personId === null) return { refused: "not-found" };
  const isMine = done.personId === actor.personId;
  if (!isMine && !isAlwaysAllowed(actor.role, "manage")) return { refused: "not-allowed" };
  const { inverse } = done;
  if (inverse === undefined) return { refused: "invalid" };
  if (!isAsLeft(resolving, inverse)) return { refused: "not-found" };
  return meant(inverse, undo.id);
}

function isAsLeft({ doc, held }: Resolving, inverse: Inverse): boolean {
  switch (inverse.op) {
    case "place": {
      const place = placesOf(doc).get(inverse.cardId) ?? held.get(inverse.cardId)?.place;
      return place !== undefined && isSamePlace(place, inverse.left);
    }
    case "label": {
      const facts = cardsOf(doc).get(inverse.cardId) ?? held.get(inverse.cardId)?.facts;
      return areSameLabels(facts?.labels, inverse.left);
    }
    case "phase":
      return sessionOf(doc).phase.seq === inverse.left;
    case "timer":
      return seqOf(timerOf(doc)) === inverse.left;
    case "clusters":
      return areClustersAsLeft(doc, inverse);
    default:
      return true; // nothing is lost by these: the judge asks whether it is there, and the tables keep it whole
  }
}

function meant(inverse: Inverse, id: string): Resolved {
  switch (inverse.op) {
    case "place": {
      const { op, cardId, place } = inverse;
      return { command: { op, id, cardId, ...place } };
    }
    case "label": {
      const { op, cardId, labels } = inverse;
      return { command: { op, id, cardId, labels } };
    }
    case "phase":
    case "timer":
    case "clusters":
      return { putBack: inverse };
    default:
      return { command: { ...inverse, id } };
  }
}
