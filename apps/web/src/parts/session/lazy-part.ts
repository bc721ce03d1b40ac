import { type ComponentType, lazy } from "react";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 20_000;

const loads: (() => Promise<unknown>)[] = [];

/** A component that its users fetch when they first show it. On a hall's Wi-Fi that may fail: it is tried until it is there. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  loads.push(load);
  return lazy(async () => ({ default: await untilLoaded(load) }));
}

/** Fetches all of them when the page has nothing better to do, so that a moment when all phones want one at once is calm. */
export function loadPartsWhenIdle(): void {
  const loadAll = () => {
    for (const load of loads) load().catch(() => undefined); // tried again when it is needed
  };
  if ("requestIdleCallback" in window) window.requestIdleCallback(loadAll, { timeout: 8_000 });
  else setTimeout(loadAll, 4_000); // Safari
}

async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await load();
    } catch {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, pauseMs);
      });
    }
  }
}
