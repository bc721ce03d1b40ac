import {
  hasHiddenAuthors,
  isAlwaysAllowed,
  judgeEdit,
  TEXT_MAX_LENGTH_TYPED,
  textsOf,
} from "@hefboom/board";
import type { GateContext } from "./gate-context.ts";
import { Refusal } from "./gate-verdict.ts";
import type { TextChanges } from "./text-changes.ts";

/**
 * Whether this person may make these changes now.
 * @throws {Refusal} with authors hidden, where they may not edit a text, and where it would grow past its limit
 */
export function checkRights(context: GateContext, changes: TextChanges): void {
  if (hasHiddenAuthors(context.doc)) {
    throw new Refusal("not-allowed", "with authors hidden an edit is a command");
  }
  if (changes.isEmpty) checkWithoutEffect(context);
  for (const cardId of changes.cards) checkCard(context, cardId, changes.growthOf(cardId));
}

/** Typing into what was deleted meanwhile has no effect; who may never type gets no clocks stored either. */
function checkWithoutEffect({ actor }: GateContext): void {
  if (!isAlwaysAllowed(actor.role, "be-present")) {
    throw new Refusal("not-allowed", "who only watches writes nothing");
  }
}

function checkCard(context: GateContext, cardId: string, growth: number): void {
  const text = textsOf(context.doc).get(cardId);
  if (text === undefined) return; // deleted in this very batch: stored without effect
  const refused = judgeEdit(context, cardId);
  if (refused !== undefined) throw new Refusal(refused, `may not edit ${cardId}`);
  if (growth > 0 && text.length + growth > TEXT_MAX_LENGTH_TYPED) {
    throw new Refusal("too-long", "the text would grow past its limit");
  }
}
