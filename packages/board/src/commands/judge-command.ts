import type * as Y from "yjs";
import { locksOf, phaseIdOf } from "../document/board-state.ts";
import { isOrderKey } from "../document/order.ts";
import { readMeta } from "../document/read-board.ts";
import { cardsOf, leversOf, placesOf } from "../document/roots.ts";
import type { LabelSet } from "../model/lever-schema.ts";
import { NAME_MAX_LENGTH } from "../model/limits.ts";
import { isLocked } from "../policy/locks.ts";
import { type Action, judgeAction } from "../policy/policy.ts";
import type { Actor, Ownership } from "./actor.ts";
import { leverToReturnTo } from "./bin/bin-card.ts";
import { cleanText, isStorable } from "./clean-text.ts";
import type { CardCommand, CreateCommand } from "./command-schema.ts";
import type { Past } from "./past/past.ts";
import type { FinalRefusal } from "./refusal.ts";

interface Judging {
  doc: Y.Doc;
  actor: Actor;
  owners: Ownership;
}
interface JudgingCommand extends Judging {
  past: Pick<Past, "binned">;
}
type Judgement = FinalRefusal | undefined;

/**
 * Whether `actor` may do `command` on the board as it is now: `undefined` when yes, else why not. Changes nothing. An
 * undo is judged as the command that it stands for, see `resolveUndo`.
 */
export function judgeCommand(judging: JudgingCommand, command: CardCommand): Judgement {
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
    case "label":
      return (
        judgeOnCard(judging, command.cardId, "edit") ?? judgeLabels(judging.doc, command.labels)
      );
    case "restore":
      return judgeRestore(judging, command.cardId);
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
  const { doc } = judging;
  const right = judgeRight(judging, `${verb}-${whose(judging, cardId)}`);
  const place = placesOf(doc).get(cardId);
  if (!cardsOf(doc).has(cardId) || place === undefined) return "not-found";
  return right ?? judgeLock(judging, place.lever);
}

/**
 * A card that is on the board already passes: two who restore it together both get what they asked for. What staff put
 * into the bin its author cannot take out again: else nobody could lead.
 */
function judgeRestore(judging: JudgingCommand, cardId: string): Judgement {
  const { doc, past } = judging;
  const binned = past.binned(cardId);
  const lever = (placesOf(doc).get(cardId) ?? binned?.place)?.lever;
  if (lever === undefined) return "not-found";
  const isByOther = binned !== undefined && binned.binnedBy !== judging.actor.personId;
  return (
    judgeRight(judging, `restore-${isByOther ? "other" : whose(judging, cardId)}`) ??
    judgeLock(judging, leverToReturnTo(doc, lever))
  );
}

function whose({ actor, owners }: Judging, cardId: string): "own" | "other" {
  return owners.ownerOf(cardId)?.personId === actor.personId ? "own" : "other";
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
