import type { TimerState } from "@hefboom/board";

/** Milliseconds that are left; below 0 when the time is over. */
export function leftMs(timer: TimerState, serverNow: number): number {
  return "pausedLeftMs" in timer ? timer.pausedLeftMs : timer.endsAt - serverNow;
}

/**
 * As on a clock: `9:05`, `1:02:30`; over time has a minus: `−0:12`. To the nearest second: the server's time is known to a
 * few tenths, and what has just begun must not show more than was set.
 */
export function clockText(ms: number): string {
  const rounded = Math.round(ms / 1_000);
  const seconds = Math.abs(rounded);
  const [hours, minutes, rest] = [seconds / 3_600, (seconds / 60) % 60, seconds % 60].map(
    Math.floor,
  );
  const two = (value = 0) => String(value).padStart(2, "0");
  const clock = hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes ?? 0}:${two(rest)}`;
  return rounded < 0 ? `−${clock}` : clock;
}

/** How long what `clockText` says stays true, in ms; never less than 1, so that the next look says something else. */
export function untilNextSecond(ms: number): number {
  const past = (ms + 500) % 1_000;
  return Math.floor(past < 0 ? past + 1_000 : past) + 1;
}
