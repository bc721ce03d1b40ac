import * as Y from "yjs";

import { hasHiddenAuthors } from "../document/board-state.ts";
import { replaceText } from "../document/replace-text.ts";
import { cardsOf, placesOf, textsOf } from "../document/roots.ts";
import type { CardFacts, Labels } from "../model/card-schema.ts";
import { cleanName } from "../words/clean-name.ts";
import { cleanText } from "../words/clean-text.ts";
import type { CardOwner } from "./actor.ts";
import type { Applied, Applying } from "./applying.ts";
import { putBackOnBoard, takeOffBoard } from "./bin/bin-card.ts";
import { applyCluster, applyUncluster } from "./clusters/apply-cluster.ts";
import type { CreateCommand, DirectCommand, PlaceCommand } from "./command-schema.ts";
import { hideCard, holdingOf, showCard } from "./held/hold-card.ts";
import { applyLead } from "./lead/apply-lead.ts";
import type { Inverse } from "./past/inverse-schema.ts";
import { placeFor, putPlace } from "./put-place.ts";
import { applyVote } from "./votes/apply-vote.ts";

/** Does a command that `judgeCommand` let pass, inside the caller's transaction. */
export function applyCommand(applying: Applying, command: DirectCommand): Applied {
  const { doc, people, actor, now } = applying;
  switch (command.op) {
    case "create":
      return create(applying, command);
    case "place":
      return { inverse: move(applying, command) };
    case "rewrite":
      rewrite(applying, command.cardId, textOf(command.text));
      return {};
    case "delete":
      return remove(applying, command.cardId);
    case "label":
      return { inverse: label(applying, command.cardId, command.labels) };
    case "restore":
      return restore(applying, command.cardId);
    case "hide":
      return {
        inverse: hideCard(applying, command.cardId) ? inverseOn("show", command) : undefined,
      };
    case "show":
      return {
        inverse: showCard(applying, command.cardId) ? inverseOn("hide", command) : undefined,
      };
    case "cluster":
      return { inverse: applyCluster(doc, command) };
    case "uncluster":
      return { inverse: applyUncluster(doc, command.clusterId) };
    case "vote":
      applyVote(applying, command);
      return {};
    case "hand":
      people.setHand(actor.personId, command.isUp ? now : null);
      return {};
    default:
      return { inverse: applyLead(applying, command) };
  }
}

function inverseOn(op: "show" | "hide", { cardId }: { cardId: string }): Inverse {
  return { op, cardId };
}

function create(applying: Applying, command: CreateCommand): Applied {
  const { doc, lasts, held, actor, via, now } = applying;
  const { cardId } = command;
  const facts = factsOf(applying, command);
  const text = textOf(command.text);
  const personId = via === "essay" ? null : actor.personId;
  const state = holdingOf(doc, actor, via);
  if (state === undefined) {
    cardsOf(doc).set(cardId, facts);
    textsOf(doc).set(cardId, new Y.Text(text));
    putPlace(applying, cardId, command);
  } else {
    const place = placeFor(lasts, command);
    held.hold({ cardId, state, since: now, facts, place, text }, personId);
  }
  const owner: CardOwner = {
    cardId,
    personId,
    consent: command.consent ?? actor.consent,
    speakerAgrees: command.speakerAgrees ?? false,
    isDeleted: false,
  };
  return { owner, inverse: { op: "delete", cardId } };
}

function factsOf({ doc, actor, now, via }: Applying, command: CreateCommand): CardFacts {
  let facts: CardFacts = { kind: command.kind };
  if (command.lang !== undefined) facts.lang = command.lang;
  const speaker = cleanName(command.speaker ?? "");
  if (speaker) facts.speaker = speaker;
  facts = withLabels(facts, command.labels);
  if (command.passage !== undefined) facts.passage = command.passage;
  if (via !== undefined) facts.via = via;
  if (hasHiddenAuthors(doc)) return facts;
  facts.at = now;
  if (actor.role === "participant" && via === undefined) facts.author = actor.personId;
  return facts;
}

function withLabels({ labels: _earlier, ...facts }: CardFacts, labels: Labels = {}): CardFacts {
  return Object.keys(labels).length > 0 ? { ...facts, labels } : facts;
}

function move(applying: Applying, command: PlaceCommand): Inverse | undefined {
  const { doc, held, lasts } = applying;
  const { cardId } = command;
  const card = held.get(cardId);
  if (card !== undefined) {
    const left = placeFor(lasts, command);
    held.put({ ...card, place: left });
    return { op: "place", cardId, place: card.place, left };
  }
  const place = placesOf(doc).get(cardId);
  const left = putPlace(applying, cardId, command);
  return place && { op: "place", cardId, place, left };
}

function rewrite({ doc, held }: Applying, cardId: string, text: string): void {
  const card = held.get(cardId);
  const shared = textsOf(doc).get(cardId);
  if (card !== undefined) held.put({ ...card, text });
  else if (shared !== undefined) replaceText(shared, text);
}

function label({ doc, held }: Applying, cardId: string, labels: Labels): Inverse | undefined {
  const card = held.get(cardId);
  const facts = card?.facts ?? cardsOf(doc).get(cardId);
  if (facts === undefined) return undefined;
  const labelled = withLabels(facts, labels);
  if (card !== undefined) held.put({ ...card, facts: labelled });
  else cardsOf(doc).set(cardId, labelled);
  return { op: "label", cardId, labels: facts.labels ?? {}, left: labels };
}

function remove(applying: Applying, cardId: string): Applied {
  const { doc, held, actor, owner, now } = applying;
  const card = held.get(cardId);
  held.delete(cardId);
  const by = { personId: actor.personId, now };
  const binned =
    card === undefined
      ? takeOffBoard(doc, cardId, by)
      : {
          ...{ cardId, binnedAt: now, binnedBy: actor.personId, held: card.state },
          ...{ facts: card.facts, place: card.place, text: card.text },
        };
  return {
    owner: owner && { ...owner, isDeleted: true },
    binned,
    inverse: { op: "restore", cardId },
  };
}

/** What was hidden stays hidden; what comes back in a silent phase is a draft, as any new card. */
function restore(applying: Applying, cardId: string): Applied {
  const { binned, owner, doc, held, actor, now } = applying;
  const isThere = cardsOf(doc).has(cardId) || held.get(cardId) !== undefined;
  if (binned === undefined || isThere) return {}; // somebody was first
  const { facts, place, text } = binned;
  const state = binned.held === "hidden" ? "hidden" : holdingOf(doc, actor, facts.via);
  if (state === undefined) putBackOnBoard(applying, binned);
  else held.hold({ cardId, state, since: now, facts, place, text }, owner?.personId ?? null);
  return {
    owner: owner && { ...owner, isDeleted: false },
    restored: cardId,
    inverse: { op: "delete", cardId },
  };
}

function textOf(text: string): string {
  const cleaned = cleanText(text);
  // The judge let it pass, so it is clean; the raw text is never stored.
  return "text" in cleaned ? cleaned.text : "";
}
