import type * as Y from "yjs";
import { locksOf, phaseIdOf } from "../document/board-state.ts";
import { isOrderKey } from "../document/order.ts";
import { readMeta } from "../document/read-board.ts";
import { cardsOf, leversOf, placesOf } from "../document/roots.ts";
import type { LabelSet } from "../model/lever-schema.ts";
import { NAME_MAX_LENGTH } from "../model/limits.ts";
import { isLocked } from "../policy/locks.ts";
import { type Action, judgeAction } from "../policy/policy.ts";
import type { Actor, CardOwner, Ownership } from "./actor.ts";
import { cleanText, isStorable } from "./clean-text.ts";
import type { Command, CreateCommand } from "./command-schema.ts";
import type { FinalRefusal } from "./refusal.ts";

interface Judging {
  doc: Y.Doc;
  actor: Actor;
  owners: Ownership;
}
type Judgement = FinalRefusal | undefined;

/** Whether `actor` may do `command` on the board as it is now: `undefined` when yes, else why not. Changes nothing. */
export function judgeCommand(judging: Judging, command: Command): Judgement {
  switch (command.op) {
    case "create":
      return judgeCreate(judging, command);
    case "place":
      return (
        judgeOnCard(judging, command.cardId, "move") ??
        judgeLever(judging, command.lever) ??
        judgeOrder(command.order)
      );
    case "rewrite":
      return judgeOnCard(judging, command.cardId, "edit") ?? judgeText(command.text);
    case "delete":
      return judgeOnCard(judging, command.cardId, "delete");
  }
}

/** Whether `actor` may type in the text of this card now; the gate's question. */
export function judgeEdit(judging: Judging, cardId: string): Judgement {
  return judgeOnCard(judging, cardId, "edit");
}

function judgeCreate(judging: Judging, command: CreateCommand): Judgement {
  const { doc, owners } = judging;
  const right = judgeRight(judging, "create");
  if (right !== undefined) return right;
  if (owners.ownerOf(command.cardId) !== undefined || cardsOf(doc).has(command.cardId)) {
    return "id-in-use";
  }
  return (
    judgeSpeaker(command.speaker) ??
    judgeLever(judging, command.lever) ??
    judgeOrder(command.order) ??
    judgeLabels(doc, command.labels) ??
    judgeText(command.text)
  );
}

function judgeOnCard(
  judging: Judging,
  cardId: string,
  verb: "edit" | "move" | "delete",
): Judgement {
  const { doc, actor, owners } = judging;
  const owner = owners.ownerOf(cardId);
  const right = judgeRight(judging, `${verb}-${isOwner(actor, owner) ? "own" : "other"}`);
  const place = placesOf(doc).get(cardId);
  if (!cardsOf(doc).has(cardId) || place === undefined) return "not-found";
  return right ?? judgeLock(judging, place.lever);
}

function isOwner(actor: Actor, owner: CardOwner | undefined): boolean {
  return owner !== undefined && owner.personId === actor.personId;
}

function judgeRight({ doc, actor }: Judging, action: Action): Judgement {
  const verdict = judgeAction(actor.role, phaseIdOf(doc), action);
  return verdict === "allowed" ? undefined : verdict;
}

function judgeLever(judging: Judging, lever: string | null): Judgement {
  if (lever !== null && !leversOf(judging.doc).has(lever)) return "not-found";
  return judgeLock(judging, lever);
}

function judgeLock({ doc, actor }: Judging, lever: string | null): Judgement {
  return isLocked({ locks: locksOf(doc) }, actor.role, lever) ? "locked" : undefined;
}

function judgeOrder(order: string | undefined): Judgement {
  return order === undefined || isOrderKey(order) ? undefined : "invalid";
}

function judgeLabels(doc: Y.Doc, labels: CreateCommand["labels"]): Judgement {
  if (labels === undefined) return undefined;
  const sets = new Map<string, LabelSet>(readMeta(doc).labelSets.map((set) => [set.id, set]));
  const areKnown = Object.entries(labels).every(([setId, labelId]) =>
    sets.get(setId)?.labels.some(({ id }) => id === labelId),
  );
  return areKnown ? undefined : "invalid";
}

function judgeSpeaker(speaker = ""): Judgement {
  // The schema counted the name as it was sent; NFC makes some letters longer.
  const isName = isStorable(speaker) && speaker.normalize("NFC").length <= NAME_MAX_LENGTH;
  return isName ? undefined : "invalid";
}

function judgeText(text: string): Judgement {
  const cleaned = cleanText(text);
  return "refused" in cleaned ? cleaned.refused : undefined;
}
