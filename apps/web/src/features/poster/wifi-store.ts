import { NO_WIFI, type Wifi } from "./wifi.ts";

const keyOf = (boardId: string) => `hefboom:wifi:${boardId}`;

/** Kept in this browser alone, so that the poster can be printed again; what is empty is not kept. */
export function saveWifi(boardId: string, wifi: Wifi): void {
  try {
    if (wifi.network === "" && wifi.password === "") localStorage.removeItem(keyOf(boardId));
    else localStorage.setItem(keyOf(boardId), JSON.stringify(wifi));
  } catch {
    // Storage denied: it is typed anew next time.
  }
}

export function loadWifi(boardId: string): Wifi {
  try {
    return readWifi(localStorage.getItem(keyOf(boardId)));
  } catch {
    return NO_WIFI; // storage denied
  }
}

export function readWifi(json: string | null): Wifi {
  let stored: unknown;
  try {
    stored = JSON.parse(json ?? "null");
  } catch {
    return NO_WIFI;
  }
  if (typeof stored !== "object" || stored === null) return NO_WIFI;
  const { network, password }: Record<string, unknown> = { ...stored };
  return { network: asText(network), password: asText(password) };
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");
