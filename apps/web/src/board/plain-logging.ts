/** What Yjs uses of `lib0/logging`, without colours: the build puts this in its place. */
export const BOLD = "";
export const ORANGE = "";
export const RED = "";
export const UNBOLD = "";

export function print(...words: unknown[]): void {
  // biome-ignore lint/suspicious/noConsole: for who looks into what Yjs found
  console.log(...words);
}

export function warn(...words: unknown[]): void {
  // biome-ignore lint/suspicious/noConsole: for who looks into what Yjs found
  console.warn(...words);
}
