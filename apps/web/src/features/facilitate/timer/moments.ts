import { MINUTES_MAX } from "@hefboom/board";

type Moment = "last-minute" | "end";

const MINUTE_MS = 60_000;

/** What was passed while the time that is left went from `beforeMs` to `afterMs`: the end, else the last minute. */
export function momentBetween(beforeMs: number, afterMs: number): Moment | undefined {
  if (beforeMs > 0 && afterMs <= 0) return "end";
  if (beforeMs > MINUTE_MS && afterMs <= MINUTE_MS) return "last-minute";
  return undefined;
}

/** A page that slept through the end should not sound when it wakes. */
const FRESH_MS = 5_000;

export const isFreshEnd = (moment: Moment, afterMs: number) =>
  moment === "end" && afterMs > -FRESH_MS;

/** How the time stands, for what is shown beside the clock. */
export type TimeState = "running" | "last-minute" | "paused" | "over";

export function timeState({ leftMs, isPaused }: { leftMs: number; isPaused: boolean }): TimeState {
  if (leftMs <= 0) return "over";
  if (isPaused) return "paused";
  return leftMs <= MINUTE_MS ? "last-minute" : "running";
}

/** Minutes that somebody typed: a decimal comma is one too; `undefined` when it is no time the server takes. */
export function minutesIn(typed: string): number | undefined {
  const minutes = Number(typed.trim().replace(",", "."));
  return minutes > 0 && minutes <= MINUTES_MAX ? minutes : undefined;
}
