/**
 * A mark is a text that names one edit. It stands readable in the bytes of every server: in a card's id, or in an order
 * key (both take `[0-9a-z]`). Nothing else that is sent may hold the prefix.
 */
const PREFIX = "qzmk0";
const DIGITS = 7;
const prefixBytes = Buffer.from(PREFIX);
const MARK_LENGTH = PREFIX.length + DIGITS;

export function markOf(edit: number): string {
  return PREFIX + edit.toString(36).padStart(DIGITS, "0");
}

/** Numbers of the edits whose marks stand in `bytes`, each once. */
export function marksIn(bytes: Buffer): number[] {
  const found = new Set<number>();
  for (
    let at = bytes.indexOf(prefixBytes);
    at >= 0;
    at = bytes.indexOf(prefixBytes, at + MARK_LENGTH)
  ) {
    const digits = bytes.toString("latin1", at + PREFIX.length, at + MARK_LENGTH);
    const edit = Number.parseInt(digits, 36);
    if (Number.isSafeInteger(edit)) found.add(edit);
  }
  return [...found];
}
