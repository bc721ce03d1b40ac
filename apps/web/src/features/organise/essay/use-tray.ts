import { useCallback, useEffect, useState } from "react";

import { loadTray, placeQuote, type Tray } from "./tray.ts";

export interface TrayState {
  /** `undefined` until it was read. */
  readonly tray: Tray | undefined;
  readonly error: unknown;
  load(): Promise<void>;
  /** @returns the code of a refusal; `undefined` when the quote lies there. @throws {ApiError} */
  place(cardId: string, lever: string): Promise<string | undefined>;
}

export function useTray(boardId: string): TrayState {
  const [tray, setTray] = useState<Tray>();
  const [error, setError] = useState<unknown>();
  const load = useCallback(async () => {
    try {
      setTray(await loadTray(boardId));
      setError(undefined);
    } catch (problem) {
      setError(problem);
    }
  }, [boardId]);
  useEffect(() => void load(), [load]);
  const place = async (cardId: string, lever: string) => {
    const refused = await placeQuote(boardId, cardId, lever);
    if (refused === undefined) setTray((old) => old && withoutQuote(old, cardId));
    return refused;
  };
  return { tray, error, load, place };
}

function withoutQuote(tray: Tray, cardId: string): Tray {
  return { ...tray, quotes: tray.quotes.filter(({ id }) => id !== cardId) };
}
