/**
 * Server time in ms since 1970: the wall clock's at the start, and what has gone by since then. Whoever sets the wall
 * clock under way ends no timer, and begins no phase a second time.
 */
export function steadyClock(): () => number {
  const startedAt = Date.now() - performance.now();
  return () => Math.round(startedAt + performance.now());
}
