import * as Y from "yjs";

import { hasHiddenAuthors } from "../document/board-state.ts";
import type { LastOrders } from "../document/order.ts";
import { replaceText } from "../document/replace-text.ts";
import { cardsOf, placesOf, textsOf } from "../document/roots.ts";
import type { CardFacts, Labels, Via } from "../model/card-schema.ts";
import type { Actor, CardOwner } from "./actor.ts";
import { putBackOnBoard, takeOffBoard } from "./bin/bin-card.ts";
import type { BinnedCard } from "./bin/binned-card.ts";
import { cleanText } from "./clean-text.ts";
import type { CardCommand, CreateCommand, PlaceCommand } from "./command-schema.ts";
import type { Inverse } from "./past/inverse-schema.ts";
import { putPlace } from "./put-place.ts";

interface Applying {
  doc: Y.Doc;
  lasts: LastOrders;
  actor: Actor;
  owner: CardOwner | undefined;
  /** The card as it lies in the bin, for a `restore`. */
  binned?: BinnedCard | undefined;
  /** Milliseconds since 1970, server time. */
  now: number;
  /** Set by the server alone. */
  via?: Via | undefined;
}

/** What the tables keep of a done command beside the document. */
export interface Applied {
  /** The card's owner as it is from now on, when the command changed it. */
  readonly owner?: CardOwner | undefined;
  /** The card that went into the bin. */
  readonly binned?: BinnedCard | undefined;
  /** Id of the card that left the bin. */
  readonly restored?: string;
  /** How it is taken back; absent when it cannot be, or when there was nothing to do. */
  readonly inverse?: Inverse | undefined;
}

/** Does a command that `judgeCommand` let pass, inside the caller's transaction. */
export function applyCommand(applying: Applying, command: CardCommand): Applied {
  switch (command.op) {
    case "create":
      return create(applying, command);
    case "place":
      return { inverse: move(applying, command) };
    case "rewrite": {
      const text = textsOf(applying.doc).get(command.cardId);
      if (text !== undefined) replaceText(text, textOf(command.text));
      return {};
    }
    case "delete":
      return remove(applying, command.cardId);
    case "label":
      return { inverse: label(applying.doc, command.cardId, command.labels) };
    case "restore":
      return restore(applying, command.cardId);
  }
}

function create(applying: Applying, command: CreateCommand): Applied {
  const { doc, actor } = applying;
  const { cardId } = command;
  cardsOf(doc).set(cardId, factsOf(applying, command));
  textsOf(doc).set(cardId, new Y.Text(textOf(command.text)));
  putPlace(applying, cardId, command);
  const owner: CardOwner = {
    cardId,
    personId: applying.via === "essay" ? null : actor.personId,
    consent: command.consent ?? actor.consent,
    speakerAgrees: command.speakerAgrees ?? false,
    isDeleted: false,
  };
  return { owner, inverse: { op: "delete", cardId } };
}

function factsOf({ doc, actor, now, via }: Applying, command: CreateCommand): CardFacts {
  let facts: CardFacts = { kind: command.kind };
  if (command.lang !== undefined) facts.lang = command.lang;
  const speaker = command.speaker?.normalize("NFC").trim();
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
  const { cardId } = command;
  const place = placesOf(applying.doc).get(cardId);
  const left = putPlace(applying, cardId, command);
  return place && { op: "place", cardId, place, left };
}

function label(doc: Y.Doc, cardId: string, labels: Labels): Inverse | undefined {
  const facts = cardsOf(doc).get(cardId);
  if (facts === undefined) return undefined;
  cardsOf(doc).set(cardId, withLabels(facts, labels));
  return { op: "label", cardId, labels: facts.labels ?? {}, left: labels };
}

function remove({ doc, actor, owner, now }: Applying, cardId: string): Applied {
  const binned = takeOffBoard(doc, cardId, { personId: actor.personId, now });
  return {
    owner: owner && { ...owner, isDeleted: true },
    binned,
    inverse: { op: "restore", cardId },
  };
}

function restore(applying: Applying, cardId: string): Applied {
  const { binned, owner, doc } = applying;
  if (binned === undefined || cardsOf(doc).has(cardId)) return {}; // somebody was first
  putBackOnBoard(applying, binned);
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
