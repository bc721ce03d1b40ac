import type * as Y from "yjs";

import { locksOf, sessionOf } from "../document/board-state.ts";
import { isOrderKey } from "../document/order.ts";
import { readMeta } from "../document/read-board.ts";
import { cardsOf, placesOf } from "../document/roots.ts";
import type { LabelSet } from "../model/lever-schema.ts";
import { type CardVerb, judgeOnCard as judgeCardVerb } from "../policy/card-rights.ts";
import { cleanName } from "../words/clean-name.ts";
import { cleanText } from "../words/clean-text.ts";
import { leverToReturnTo } from "./bin/bin-card.ts";
import { judgeCluster, judgeUncluster } from "./clusters/judge-cluster.ts";
import type { CreateCommand, DirectCommand } from "./command-schema.ts";
import type { HeldState } from "./held/held-card.ts";
import { mayKnowOf, mayKnowOfBinned } from "./held/held-for.ts";
import { judgeHolding } from "./held/hold-card.ts";
import {
  type Judgement,
  type Judging,
  type JudgingCommand,
  judgeLever,
  judgeLock,
  judgeRight,
  whose,
} from "./judging.ts";
import { judgeLead } from "./lead/judge-lead.ts";
import { judgeVote } from "./votes/judge-vote.ts";

/**
 * Whether `actor` may do `command` on the board as it is now: `undefined` when yes, else why not. Changes nothing. An
 * undo is judged as the command that it stands for, see `resolveUndo`.
 */
export function judgeCommand(judging: JudgingCommand, command: DirectCommand): Judgement {
  if (judging.people.isStopped(judging.actor.personId)) return "stopped";
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
    case "hide":
    case "show":
      return judgeShowing(judging, command.cardId);
    case "cluster":
      return judgeCluster(judging, command);
    case "uncluster":
      return judgeUncluster(judging, command.clusterId);
    case "vote":
      return judgeVote(judging, command);
    case "hand":
      return judgeRight(judging, "raise-hand");
    default:
      return judgeLead(judging, command);
  }
}

/** Whether `actor` may type in the text of this card on the board now; the gate's question. */
export function judgeEdit(judging: Judging, cardId: string): Judgement {
  const place = placesOf(judging.doc).get(cardId);
  if (!cardsOf(judging.doc).has(cardId) || place === undefined) return "not-found";
  return judgeVerb(judging, "edit", { cardId, lever: place.lever });
}

function judgeCreate(judging: JudgingCommand, command: CreateCommand): Judgement {
  const { doc, owners } = judging;
  const right = judgeRight(judging, "create");
  if (right !== undefined) return right;
  if (owners.ownerOf(command.cardId) !== undefined || cardsOf(doc).has(command.cardId)) {
    return "id-in-use";
  }
  return (
    judgeHolding(judging) ??
    judgeSpeaker(command.speaker) ??
    judgeLever(judging, command.lever) ??
    judgeOrder(command.order) ??
    judgeLabels(doc, command.labels) ??
    judgeText(command.text)
  );
}

function judgeOnCard(judging: JudgingCommand, cardId: string, verb: CardVerb): Judgement {
  const { doc, held, actor, owners } = judging;
  const place = placesOf(doc).get(cardId);
  if (cardsOf(doc).has(cardId) && place !== undefined) {
    return judgeVerb(judging, verb, { cardId, lever: place.lever });
  }
  const card = held.get(cardId);
  if (card === undefined || !mayKnowOf(actor, card, owners)) return "not-found";
  return judgeVerb(judging, verb, { cardId, lever: card.place.lever, held: card.state });
}

function judgeVerb(
  judging: Judging,
  verb: CardVerb,
  { cardId, ...card }: { cardId: string; lever: string | null; held?: HeldState },
): Judgement {
  const { doc, actor, now } = judging;
  const board = { ...sessionOf(doc), locks: locksOf(doc) };
  const who = { role: actor.role, now };
  const verdict = judgeCardVerb(board, who, verb, { ...card, side: whose(judging, cardId) });
  return verdict === "allowed" ? undefined : verdict;
}

/** Two who hide or show a card together both get what they asked for. A draft is for its author to know of. */
function judgeShowing({ doc, held, ...judging }: JudgingCommand, cardId: string): Judgement {
  const right = judgeRight({ doc, ...judging }, "manage");
  if (right !== undefined) return right;
  const state = held.get(cardId)?.state;
  const isHeld = state === "hidden" || state === "waiting";
  return isHeld || cardsOf(doc).has(cardId) ? undefined : "not-found";
}

/**
 * A card that is on the board already passes: two who restore it together both get what they asked for. What staff put
 * into the bin its author cannot take out again: else nobody could lead.
 */
function judgeRestore(judging: JudgingCommand, cardId: string): Judgement {
  const { doc, past, held, actor, owners } = judging;
  const binned = past.binned(cardId);
  const isByOther = binned !== undefined && binned.binnedBy !== actor.personId;
  // First of all: nobody is told whether a card that is none of theirs is hidden, in the bin, or gone for good.
  const right = judgeRight(judging, `restore-${isByOther ? "other" : whose(judging, cardId)}`);
  if (right !== undefined) return right;
  const card = held.get(cardId);
  if (card !== undefined && !mayKnowOf(actor, card, owners)) return "not-found";
  if (binned !== undefined && !mayKnowOfBinned(actor, binned, owners)) return "not-found";
  const place = placesOf(doc).get(cardId) ?? card?.place ?? binned?.place;
  if (place === undefined) return "not-found";
  const isHeldAnew = card === undefined && binned !== undefined && binned.held !== "hidden";
  return (
    judgeLock(judging, leverToReturnTo(doc, place.lever)) ??
    (isHeldAnew ? judgeHolding(judging) : undefined)
  );
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
  return cleanName(speaker) === undefined ? "invalid" : undefined;
}

function judgeText(text: string): Judgement {
  const cleaned = cleanText(text);
  return "refused" in cleaned ? cleaned.refused : undefined;
}
