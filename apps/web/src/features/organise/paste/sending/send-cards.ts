import { type Consent, type CreateCommand, newId } from "@hefboom/board";

import { callApi } from "../../../../api/call-api.ts";
import type { PastedCard } from "../reading/parse-cards.ts";

/** So many cards travel at once: few enough to show how far it is. */
export const PORTION = 100;

/** A card on its way; its ids are made once, so that sending it again after a broken connection makes no second one. */
export interface SendingCard {
  readonly line: number;
  readonly command: CreateCommand;
}
export interface RefusedCard {
  readonly line: number;
  readonly code: string;
}
interface ForAll {
  /** Where cards go that name no lever. */
  readonly lever: string | null;
  readonly consent: Consent;
}

/** The commands for all cards without a problem. */
export function toSend(cards: readonly PastedCard[], { lever, consent }: ForAll): SendingCard[] {
  return cards
    .filter(({ problem }) => problem === undefined)
    .map((card) => ({
      line: card.line,
      command: {
        op: "create",
        id: newId(),
        cardId: newId(),
        kind: card.kind,
        text: card.text,
        lever: card.lever ?? lever,
        ...(card.speaker !== "" && { speaker: card.speaker, speakerAgrees: consent === "named" }),
        consent,
      },
    }));
}

interface Sending {
  readonly boardId: string;
  /** Told after each portion how many were sent. */
  readonly onSent: (count: number) => void;
}

/**
 * Sends cards in their order, a portion at a time.
 * @returns those that the board refused
 * @throws {ApiError} when the server cannot be reached; what was sent may be sent again
 */
export async function sendCards(
  cards: readonly SendingCard[],
  { boardId, onSent }: Sending,
): Promise<RefusedCard[]> {
  const refused: RefusedCard[] = [];
  for (let start = 0; start < cards.length; start += PORTION) {
    const portion = cards.slice(start, start + PORTION);
    const answers = await callApi<{ id: string; refused?: string }[]>({
      method: "POST",
      path: `/api/boards/${boardId}/commands`,
      body: portion.map(({ command }) => command),
      role: "organiser",
    });
    refused.push(...refusedOf(portion, answers));
    onSent(start + portion.length);
  }
  return refused;
}

function refusedOf(
  portion: readonly SendingCard[],
  answers: readonly { id: string; refused?: string }[],
): RefusedCard[] {
  const codes = new Map(answers.map(({ id, refused }) => [id, refused]));
  return portion.flatMap(({ line, command }) => {
    const code = codes.get(command.id);
    return code === undefined ? [] : [{ line, code }];
  });
}
