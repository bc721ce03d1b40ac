/**
 * Where a caret at `caret` in `before` belongs once the text is `after`, changed by somebody else: it stays between the
 * same letters.
 */
export function moveCaret(before: string, after: string, caret: number): number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end += 1;
  }
  if (caret <= start) return caret;
  const changedEnd = before.length - end;
  if (caret >= changedEnd) return caret + after.length - before.length;
  return after.length - end; // its letters are gone: behind what replaced them
}
