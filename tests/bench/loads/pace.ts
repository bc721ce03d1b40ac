import { pause } from "../../support/until.ts";
import { Histogram } from "../figures/histogram.ts";

const TICK_MS = 2;

export interface Timed {
  /** Milliseconds after the start. */
  dueMs: number;
  run: () => void;
}

/**
 * Runs `actions`, which are in order of time. What is late is run at once.
 * @returns how late the generator's own loop was, tick by tick
 */
export async function runPaced(actions: readonly Timed[]): Promise<Histogram> {
  const lateness = new Histogram();
  const startedAt = performance.now();
  let next = 0;
  while (next < actions.length) {
    const expected = performance.now() + TICK_MS;
    await pause(TICK_MS);
    const now = performance.now();
    lateness.add(Math.max(0, now - expected));
    for (; next < actions.length; next += 1) {
      const action = actions[next];
      if (action === undefined || action.dueMs > now - startedAt) break;
      action.run();
    }
  }
  return lateness;
}
