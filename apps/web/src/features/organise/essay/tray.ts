import {
  type Card,
  type Group,
  type LeverView,
  newId,
  readCards,
  readLevers,
  readMeta,
} from "@hefboom/board";
import * as Y from "yjs";

import { callApi } from "../../../api/call-api.ts";
import { fetchFile } from "../../../api/fetch-file.ts";

export interface Tray {
  /** Quotes without a lever, in the board's order. */
  readonly quotes: readonly Card[];
  readonly levers: readonly LeverView[];
  readonly groups: readonly Group[];
  /** Quotes of the board, placed ones too. */
  readonly quoteCount: number;
}

/** Reads the tray once, over HTTP: this page does not follow the board live. @throws {ApiError} */
export async function loadTray(boardId: string): Promise<Tray> {
  const { blob } = await fetchFile({ path: `/api/boards/${boardId}/state`, role: "organiser" });
  return readTray(new Uint8Array(await blob.arrayBuffer()));
}

/** @param state one Yjs update v2, as `GET state` gives it */
export function readTray(state: Uint8Array): Tray {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, state);
  const quotes = readCards(doc).filter((card) => card.kind === "quote");
  const tray = {
    quotes: quotes.filter((card) => card.place.lever === null),
    levers: readLevers(doc),
    groups: readMeta(doc).groups,
    quoteCount: quotes.length,
  };
  doc.destroy();
  return tray;
}

/** @returns the code of a refusal; `undefined` when the quote lies on the lever, stored. @throws {ApiError} */
export async function placeQuote(
  boardId: string,
  cardId: string,
  lever: string,
): Promise<string | undefined> {
  const [answer] = await callApi<{ id: string; refused?: string }[]>({
    method: "POST",
    path: `/api/boards/${boardId}/commands`,
    body: { op: "place", id: newId(), cardId, lever },
    role: "organiser",
  });
  return answer?.refused;
}
