/** So few writes cost nothing that anybody would notice. */
const FEW = 20;
const MAX_MS = 50;

/**
 * How long batches gather when a room is busy, in ms. What a batch costs is one write a reader, so the tick grows with
 * the crowd: about 25 ms at 200, 39 ms at 500, 50 ms from 817 on.
 */
export function batchTickMs(writes: number): number {
  return writes < FEW ? 0 : Math.min(MAX_MS, 1.75 * Math.sqrt(writes));
}

const PRESENCE_MIN_MS = 25;
const PRESENCE_MAX_MS = 200;

/** How long cursors gather, in ms: 25 ms in a group, 38 ms at 300 people. */
export function presenceTickMs(people: number): number {
  return Math.min(PRESENCE_MAX_MS, Math.max(PRESENCE_MIN_MS, people / 8));
}
