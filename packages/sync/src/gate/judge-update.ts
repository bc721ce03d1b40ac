import { noteDeletions } from "./deletions.ts";
import { checkRights } from "./edit-rights.ts";
import type { GateContext } from "./gate-context.ts";
import { type GateVerdict, Refusal } from "./gate-verdict.ts";
import { NewStructs } from "./landing/new-structs.ts";
import { claimedClients } from "./own-clients.ts";
import { type NewPart, readUpdate } from "./read-update.ts";
import { TextChanges } from "./text-changes.ts";
import { TooBigError } from "./too-big-error.ts";

/**
 * Judges an update (v1) from outside before anything of it is applied: only characters and deletions inside texts of
 * cards that this person may edit now, complete, and under clientIDs of their own. Changes nothing. README.md has the
 * rules in a table.
 */
export function judgeUpdate(context: GateContext, update: Uint8Array): GateVerdict {
  let part: NewPart;
  try {
    part = readUpdate(context.doc, update, context.limits);
  } catch (error) {
    if (error instanceof TooBigError) return { kind: "too-big" };
    return { kind: "malformed" }; // Yjs tells ill-formed bytes by throwing all kinds of errors
  }
  try {
    return judgePart(context, part);
  } catch (error) {
    if (error instanceof TooBigError) return { kind: "too-big" };
    if (!(error instanceof Refusal)) throw error;
    return { kind: "refuse", code: error.code, reason: error.message };
  }
}

function judgePart(context: GateContext, { update, structs, deletions }: NewPart): GateVerdict {
  const newClients = claimedClients(context, structs);
  const fresh = new NewStructs(context.doc, structs);
  const changes = new TextChanges(context.limits.updateStructs);
  for (const { target, characters } of fresh.landed()) {
    if (target.kind === "text") changes.grow(target.cardId, characters);
  }
  noteDeletions(context.doc, deletions, { fresh, changes });
  if (structs.length === 0 && changes.isEmpty) return { kind: "nothing" };
  checkRights(context, changes);
  return { kind: "apply", update, cards: changes.cards, adds: structs.length > 0, newClients };
}
