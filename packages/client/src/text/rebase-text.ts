/** The one stretch in which two texts differ. */
interface Change {
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
}

/**
 * What `next`, typed while `base` was on the screen, makes of a text that is `now` by now: letters that others added or
 * took away in between stay added or away, unless this person's own change runs over them.
 */
export function rebaseText(base: string, next: string, now: string): string {
  if (base === now) return next;
  const theirs = changeBetween(base, now);
  const mine = changeBetween(base, next);
  const start = follow(mine.start, theirs, "before");
  const end = Math.max(start, follow(mine.start + mine.removed, theirs, "after"));
  const rebased = now.slice(0, start) + mine.inserted + now.slice(end);
  return rebased.isWellFormed() ? rebased : next; // a pair was cut in two
}

function changeBetween(from: string, to: string): Change {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  return {
    start,
    removed: from.length - end - start,
    inserted: to.slice(start, to.length - end),
  };
}

/** Where a position lies after `change`; inside what was changed it goes to the end that keeps their letters. */
function follow(position: number, change: Change, side: "before" | "after"): number {
  const end = change.start + change.removed;
  if (position < change.start) return position;
  const isPast = side === "before" ? position >= end : position > end;
  if (isPast) return position + change.inserted.length - change.removed;
  return side === "before" ? change.start + change.inserted.length : change.start;
}
