import * as Y from "yjs";

import { hasHiddenAuthors } from "../document/board-state.ts";
import { isOrderTooLong, type LastOrders, spreadOrders } from "../document/order.ts";
import { replaceText } from "../document/replace-text.ts";
import { cardsOf, placesOf, textsOf } from "../document/roots.ts";
import type { CardFacts, Via } from "../model/card-schema.ts";
import type { Place } from "../model/place-schema.ts";
import type { Actor, CardOwner } from "./actor.ts";
import { cleanText } from "./clean-text.ts";
import type { Command, CreateCommand } from "./command-schema.ts";

interface Applying {
  doc: Y.Doc;
  lasts: LastOrders;
  actor: Actor;
  owner: CardOwner | undefined;
  /** Milliseconds since 1970, server time. */
  now: number;
  /** Set by the server alone. */
  via?: Via | undefined;
}

/**
 * Does a command that `judgeCommand` let pass, inside the caller's transaction.
 * @returns the card's owner as it is from now on, when the command changed it.
 */
export function applyCommand(applying: Applying, command: Command): CardOwner | undefined {
  switch (command.op) {
    case "create":
      return create(applying, command);
    case "place":
      putPlace(applying, command.cardId, command);
      return undefined;
    case "rewrite": {
      const text = textsOf(applying.doc).get(command.cardId);
      if (text !== undefined) replaceText(text, textOf(command.text));
      return undefined;
    }
    case "delete":
      return remove(applying, command.cardId);
  }
}

function create(applying: Applying, command: CreateCommand): CardOwner {
  const { doc, actor } = applying;
  cardsOf(doc).set(command.cardId, factsOf(applying, command));
  textsOf(doc).set(command.cardId, new Y.Text(textOf(command.text)));
  putPlace(applying, command.cardId, command);
  return {
    cardId: command.cardId,
    personId: applying.via === "essay" ? null : actor.personId,
    consent: command.consent ?? actor.consent,
    speakerAgrees: command.speakerAgrees ?? false,
    isDeleted: false,
  };
}

function factsOf({ doc, actor, now, via }: Applying, command: CreateCommand): CardFacts {
  const facts: CardFacts = { kind: command.kind };
  if (command.lang !== undefined) facts.lang = command.lang;
  const speaker = command.speaker?.normalize("NFC").trim();
  if (speaker) facts.speaker = speaker;
  if (command.labels !== undefined) facts.labels = command.labels;
  if (command.passage !== undefined) facts.passage = command.passage;
  if (via !== undefined) facts.via = via;
  if (hasHiddenAuthors(doc)) return facts;
  facts.at = now;
  if (actor.role === "participant" && via === undefined) facts.author = actor.personId;
  return facts;
}

function putPlace(
  { doc, lasts }: Applying,
  cardId: string,
  at: { lever: string | null; order?: string; x?: number; y?: number },
): void {
  const place: Place = { lever: at.lever, order: at.order ?? lasts.next(at.lever) };
  if (at.x !== undefined) place.x = at.x;
  if (at.y !== undefined) place.y = at.y;
  placesOf(doc).set(cardId, place);
  lasts.note(place);
  if (isOrderTooLong(place.order)) spreadOrders(doc, place.lever, lasts);
}

function remove({ doc, owner }: Applying, cardId: string): CardOwner | undefined {
  cardsOf(doc).delete(cardId);
  textsOf(doc).delete(cardId);
  placesOf(doc).delete(cardId);
  return owner === undefined ? undefined : { ...owner, isDeleted: true };
}

function textOf(text: string): string {
  const cleaned = cleanText(text);
  // The judge let it pass, so it is clean; the raw text is never stored.
  return "text" in cleaned ? cleaned.text : "";
}
