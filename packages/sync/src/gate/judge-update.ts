import {
  type Actor,
  hasHiddenAuthors,
  isAllowed,
  judgeEdit,
  type Ownership,
  TEXT_MAX_LENGTH_TYPED,
  textsOf,
} from "@hefboom/board";
import * as Y from "yjs";

import type { RoomLimits } from "../limits/room-limits.ts";
import type { ClientOwners } from "./client-owners.ts";
import { liveDeletions, liveInsertions, rangesApart } from "./deletions.ts";
import { type GateVerdict, Refusal } from "./gate-verdict.ts";
import { NewStructs } from "./landing/new-structs.ts";

export interface GateContext {
  doc: Y.Doc;
  actor: Actor;
  owners: Ownership;
  clients: ClientOwners;
  limits: Pick<RoomLimits, "updateBytes" | "updateStructs">;
}

/**
 * Judges an update (v1) from outside before anything of it is applied: only characters and deletions inside texts of
 * cards that this person may edit now, complete, and under clientIDs of their own. Changes nothing.
 */
export function judgeUpdate(context: GateContext, update: Uint8Array): GateVerdict {
  let fresh: Uint8Array;
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    fresh = Y.diffUpdate(update, Y.encodeStateVector(context.doc));
    decoded = Y.decodeUpdate(fresh);
  } catch {
    return { kind: "malformed" }; // Yjs tells ill-formed bytes by throwing all kinds of errors
  }
  if (decoded.structs.length > context.limits.updateStructs) return { kind: "too-big" };
  if (decoded.structs.length > 0 && fresh.byteLength > context.limits.updateBytes)
    return { kind: "too-big" };
  try {
    return judgeFresh(context, fresh, decoded);
  } catch (error) {
    if (error instanceof Refusal)
      return { kind: "refuse", code: error.code, reason: error.message };
    throw error;
  }
}

function judgeFresh(
  context: GateContext,
  update: Uint8Array,
  { structs, ds }: ReturnType<typeof Y.decodeUpdate>,
): GateVerdict {
  const ranges = rangesApart(ds.clients);
  const newClients = newClientsOf(context, new Set(structs.map(({ id }) => id.client)));
  const fresh = new NewStructs(context.doc, structs);
  const taken = liveDeletions(context.doc, ranges, fresh);
  if (structs.length === 0 && taken.size === 0) return { kind: "nothing" };
  if (hasHiddenAuthors(context.doc)) {
    throw new Refusal("not-allowed", "with authors hidden an edit is a command");
  }
  const added = liveInsertions(ranges, fresh);
  const cards = new Set([...taken.keys(), ...added.keys()]);
  if (cards.size === 0) judgeWithoutEffect(context);
  for (const cardId of cards) {
    judgeCard(context, cardId, { added: added.get(cardId) ?? 0, taken: taken.get(cardId) ?? 0 });
  }
  return { kind: "apply", update, cards, adds: structs.length > 0, newClients };
}

/** Typing into what was deleted meanwhile has no effect; who may never type gets no clocks stored either. */
function judgeWithoutEffect({ actor }: GateContext): void {
  if (!isAllowed(actor.role, "", "be-present")) {
    throw new Refusal("not-allowed", "who only watches writes nothing");
  }
}

function judgeCard(
  context: GateContext,
  cardId: string,
  { added, taken }: { added: number; taken: number },
): void {
  const text = textsOf(context.doc).get(cardId);
  if (text === undefined) return; // deleted in this very batch: stored without effect
  const refused = judgeEdit(context, cardId);
  if (refused !== undefined) throw new Refusal(refused, `may not edit ${cardId}`);
  if (added > 0 && text.length + added - taken > TEXT_MAX_LENGTH_TYPED) {
    throw new Refusal("too-long", "the text would grow past its limit");
  }
}

/** Asked first: the few clients that one person may have also bound the work of following their structs. */
function newClientsOf({ doc, actor, clients }: GateContext, clientIds: Set<number>): number[] {
  const newClients: number[] = [];
  for (const clientId of clientIds) {
    if (clients.isOwn(clientId, actor.personId)) continue;
    if (!clients.isFree(doc, clientId, actor, newClients.length)) {
      throw new Refusal("not-allowed", "writes under a clientID that is not its own");
    }
    newClients.push(clientId);
  }
  return newClients;
}
