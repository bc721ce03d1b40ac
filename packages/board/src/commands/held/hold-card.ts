import type * as Y from "yjs";

import { sessionOf } from "../../document/board-state.ts";
import type { Via } from "../../model/card-schema.ts";
import { UNSEEN_MAX, UNSEEN_MAX_SCRIBE } from "../../model/limits.ts";
import { currentPhase } from "../../plan/current-phase.ts";
import { isAlwaysAllowed } from "../../policy/policy.ts";
import type { Actor } from "../actor.ts";
import type { Applying } from "../applying.ts";
import { takeOffBoard } from "../bin/bin-card.ts";
import type { Judgement, JudgingCommand } from "../judging.ts";
import type { HeldState } from "./held-card.ts";
import { showHeld } from "./reveal-drafts.ts";

/** How a card that comes to be now is held; `undefined`: not at all. Who leads writes on the board. */
export function holdingOf(
  doc: Y.Doc,
  { role }: Actor,
  via: Via | undefined,
): HeldState | undefined {
  if (via === "essay" || isAlwaysAllowed(role, "manage")) return undefined;
  const session = sessionOf(doc);
  if (currentPhase(session).hasDrafts) return "draft";
  return session.settings.isModerated === true && role === "participant" ? "waiting" : undefined;
}

/** A person who fills a silence would hold up everybody at the reveal. */
export function judgeHolding({ doc, held, actor }: JudgingCommand): Judgement {
  if (holdingOf(doc, actor, undefined) === undefined) return undefined;
  const max = actor.role === "scribe" ? UNSEEN_MAX_SCRIBE : UNSEEN_MAX;
  return held.unseenBy(actor.personId) < max ? undefined : "board-full";
}

/** Takes a card off the board; what waits is hidden from then on. @returns whether anything changed */
export function hideCard({ doc, held, owners, actor, now }: Applying, cardId: string): boolean {
  const waiting = held.get(cardId);
  if (waiting !== undefined) {
    if (waiting.state === "hidden") return false;
    held.put({ ...waiting, state: "hidden", since: now });
    return true;
  }
  const card = takeOffBoard(doc, cardId, { personId: actor.personId, now });
  if (card === undefined) return false;
  const { facts, place, text } = card;
  const author = owners.ownerOf(cardId)?.personId ?? null;
  held.hold({ cardId, state: "hidden", since: now, facts, place, text }, author);
  return true;
}

/** Puts a hidden or waiting card on the board. @returns whether anything changed */
export function showCard(applying: Applying, cardId: string): boolean {
  const card = applying.held.get(cardId);
  if (card === undefined) return false; // somebody was first
  showHeld(applying, card);
  return true;
}
