import { noteDeletions } from "./deletions.ts";
import { checkRights } from "./edit-rights.ts";
import type { GateContext } from "./gate-context.ts";
import { type GateVerdict, Refusal } from "./gate-verdict.ts";
import { NewStructs } from "./landing/new-structs.ts";
import { claimedClients } from "./own-clients.ts";
import { MalformedError } from "./reading/malformed-error.ts";
import { type NewPart, readUpdate } from "./reading/read-update.ts";
import { TooBigError } from "./reading/too-big-error.ts";
import { TextChanges } from "./text-changes.ts";

/**
 * Judges an update (v1) from outside before anything of it is applied: only characters and deletions inside texts of
 * cards that this person may edit now, complete, and under clientIDs of their own. Changes nothing. README.md has the
 * rules in a table.
 */
export function judgeUpdate(context: GateContext, update: Uint8Array): GateVerdict {
  try {
    return judgePart(context, readPart(context, update));
  } catch (error) {
    if (error instanceof TooBigError) return { kind: "too-big" };
    if (error instanceof MalformedError) return { kind: "malformed" };
    if (error instanceof Refusal) {
      return { kind: "refuse", code: error.code, reason: error.message };
    }
    return { kind: "malformed", fault: error }; // nothing was changed, so nobody else has to suffer for it
  }
}

/** @throws {MalformedError} for all that lib0 and Yjs throw at ill-formed bytes, which is of all kinds */
function readPart({ doc, limits }: GateContext, update: Uint8Array): NewPart {
  try {
    return readUpdate(doc, update, limits);
  } catch (cause) {
    if (cause instanceof TooBigError || cause instanceof Refusal) throw cause;
    throw new MalformedError("no update", { cause });
  }
}

function judgePart(context: GateContext, { update, structs, deletions }: NewPart): GateVerdict {
  const newClients = claimedClients(context, structs);
  const fresh = new NewStructs(context.doc, structs);
  const changes = new TextChanges();
  for (const { target, characters } of fresh.landed()) {
    if (target.kind === "text") changes.grow(target.cardId, characters);
  }
  noteDeletions(context.doc, deletions, { fresh, changes });
  if (structs.length === 0 && changes.isEmpty) return { kind: "nothing" };
  checkRights(context, changes);
  return { kind: "apply", update, cards: changes.cards, adds: structs.length > 0, newClients };
}
