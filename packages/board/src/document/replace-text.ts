import type * as Y from "yjs";

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Turns `text` into `next` by one deletion and one insertion, so that letters around the change stay themselves. */
export function replaceText(text: Y.Text, next: string): void {
  const now = text.toString();
  if (now === next) return;
  let start = 0;
  const shorter = Math.min(now.length, next.length);
  while (start < shorter && now.charCodeAt(start) === next.charCodeAt(start)) start += 1;
  if (isLowSurrogate(now.charCodeAt(start)) || isLowSurrogate(next.charCodeAt(start))) {
    start = Math.max(0, start - 1); // never cut a pair in two
  }
  let end = 0;
  while (
    end < shorter - start &&
    now.charCodeAt(now.length - 1 - end) === next.charCodeAt(next.length - 1 - end)
  ) {
    end += 1;
  }
  if (end > 0 && isLowSurrogate(now.charCodeAt(now.length - end))) end -= 1;
  if (now.length - end > start) text.delete(start, now.length - end - start);
  if (next.length - end > start) text.insert(start, next.slice(start, next.length - end));
}
