/** The text without what no file format carries well: control characters (but tab and line ends) and halves of surrogate pairs. */
export function writable(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, "");
}
