import type { Card, CardFacts, CreateCommand, PlaceCommand } from "@hefboom/board";

import type { OutboxCommand } from "../outbox/outbox-command.ts";

interface Overlaying {
  /** Author of cards made here, when the board shows authors. */
  readonly author: string | undefined;
  /** A key for a command that leaves its place to the server, which puts the card last. */
  orderOf(command: CreateCommand | PlaceCommand): string;
}

/** The card as this device will have it when the server has done its pending commands; `undefined`: not there. */
export function layOver(
  confirmed: Card | undefined,
  commands: readonly OutboxCommand[],
  overlaying: Overlaying,
): Card | undefined {
  let card = confirmed;
  for (const command of commands) {
    switch (command.op) {
      case "create":
        // Already in the replica: the server has done it, and only its answer is still under way.
        card ??= cardOf(command, overlaying);
        break;
      case "place":
        if (card !== undefined) card = { ...card, place: placeOf(command, overlaying) };
        break;
      case "rewrite":
        if (card !== undefined) card = { ...card, text: command.text };
        break;
      case "label":
        if (card !== undefined) card = { ...card, labels: command.labels };
        break;
      case "delete":
        card = undefined;
        break;
      case "restore":
        break; // what lies in the bin is not known here: it shows when the replica has it
    }
  }
  return card;
}

function cardOf(command: CreateCommand, overlaying: Overlaying): Card {
  const { kind, lang, speaker, labels, passage } = command;
  const facts: CardFacts = { kind };
  if (lang !== undefined) facts.lang = lang;
  if (speaker !== undefined) facts.speaker = speaker;
  if (labels !== undefined) facts.labels = labels;
  if (passage !== undefined) facts.passage = passage;
  if (overlaying.author !== undefined) facts.author = overlaying.author;
  return { ...facts, id: command.cardId, text: command.text, place: placeOf(command, overlaying) };
}

function placeOf(command: CreateCommand | PlaceCommand, { orderOf }: Overlaying): Card["place"] {
  const place: Card["place"] = { lever: command.lever, order: orderOf(command) };
  if (command.x !== undefined) place.x = command.x;
  if (command.y !== undefined) place.y = command.y;
  return place;
}
