import type * as Y from "yjs";

import { locksOf, sessionOf } from "../document/board-state.ts";
import { leversOf } from "../document/roots.ts";
import { judgeInPhase } from "../policy/card-rights.ts";
import { isLocked } from "../policy/locks.ts";
import type { Action } from "../policy/policy.ts";
import type { Actor, Ownership } from "./actor.ts";
import type { HeldCards } from "./held/held-card.ts";
import type { PeopleBook } from "./lead/people-book.ts";
import type { Past } from "./past/past.ts";
import type { FinalRefusal } from "./refusal.ts";
import type { VoteBook } from "./votes/vote-book.ts";

/** What somebody's typing is judged by. */
export interface Judging {
  readonly doc: Y.Doc;
  readonly actor: Actor;
  readonly owners: Ownership;
  /** Milliseconds since 1970, server time. */
  readonly now: number;
}
/** What a command is judged by: the document, and the tables beside it. */
export interface JudgingCommand extends Judging {
  readonly past: Pick<Past, "binned">;
  readonly held: HeldCards;
  readonly votes: VoteBook;
  readonly people: PeopleBook;
}
export type Judgement = FinalRefusal | undefined;

/** Whether the role may do this in the phase the session is in, or could a moment ago. */
export function judgeRight({ doc, actor, now }: Judging, action: Action): Judgement {
  const verdict = judgeInPhase(sessionOf(doc), actor.role, action, now);
  return verdict === "allowed" ? undefined : verdict;
}

/** Whether something may be put on, or changed on, a lever; `null`: the tray. */
export function judgeLever(judging: Judging, lever: string | null): Judgement {
  if (lever !== null && !leversOf(judging.doc).has(lever)) return "not-found";
  return judgeLock(judging, lever);
}

export function judgeLock({ doc, actor }: Judging, lever: string | null): Judgement {
  return isLocked({ locks: locksOf(doc) }, actor.role, lever) ? "locked" : undefined;
}

export function whose({ actor, owners }: Judging, cardId: string): "own" | "other" {
  return owners.ownerOf(cardId)?.personId === actor.personId ? "own" : "other";
}
