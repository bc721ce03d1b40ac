import {
  type CreateCommand,
  cleanText,
  NAME_MAX_LENGTH,
  newId,
  type Ownership,
  TEXT_MAX_LENGTH,
} from "@hefboom/board";

import type { EssayQuote } from "../room-api.ts";

/**
 * Commands that put an essay's quotes into the tray. A quote's id is its card's id, so that the same essay twice makes
 * no second card: an id in use is refused. One too long for a card is cut at a word, which an ellipsis shows.
 */
export function quoteCommands(quotes: readonly EssayQuote[]): CreateCommand[] {
  const commands: CreateCommand[] = [];
  for (const { id: cardId, text, speaker, nearPassageId } of quotes) {
    const cleaned = cleanText(shorten(text));
    if ("refused" in cleaned) continue; // blank, or no text at all: nothing to show
    const command: CreateCommand = {
      op: "create",
      id: newId(),
      cardId,
      kind: "quote",
      text: cleaned.text,
      lever: null,
    };
    if (speaker !== undefined) command.speaker = speaker.slice(0, NAME_MAX_LENGTH).toWellFormed();
    if (nearPassageId !== undefined) command.passage = nearPassageId;
    commands.push(command);
  }
  return commands;
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

/**
 * Id of the card of a quote. Everybody who has the essay can tell a quote's id, so a card of a person may lie there
 * already; the quote then takes the next id that is nobody's, the same one each time.
 */
export function quoteCardId(owners: Ownership, quoteId: string): string {
  let id = quoteId;
  while (owners.ownerOf(id)?.personId) id = idAfter(id);
  return id;
}

/** The id as a number of base 36, and one more. */
function idAfter(id: string): string {
  const head = id.slice(0, -1);
  const next = DIGITS[DIGITS.indexOf(id.slice(-1)) + 1];
  if (next !== undefined) return head + next;
  return `${head === "" ? "" : idAfter(head)}0`;
}

function shorten(text: string): string {
  const normal = text.normalize("NFC");
  if (normal.length <= TEXT_MAX_LENGTH) return normal;
  const cut = normal.slice(0, TEXT_MAX_LENGTH - 2);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).trimEnd()} …`.toWellFormed();
}
