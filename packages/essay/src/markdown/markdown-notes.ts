const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,60})\]:/gmu;
const REFERENCE = /\[\^([^\]\s]{1,60})\](?!:)/gu;

/** The numbers of the footnotes that have a text, by label. */
export type NoteNumbers = ReadonlyMap<string, number>;

/** Numbers the footnotes by their labels where these are numbers, else in the order of their marks. */
export function numberNotes(source: string): NoteNumbers {
  const defined = new Set([...source.matchAll(DEFINITION)].map((match) => match[1] ?? ""));
  const labels = new Set<string>();
  for (const match of source.matchAll(REFERENCE)) {
    if (defined.has(match[1] ?? "")) labels.add(match[1] ?? "");
  }
  for (const label of defined) labels.add(label);
  const areNumbers = [...labels].every((label) => /^[1-9]\d{0,5}$/u.test(label));
  return new Map(
    [...labels].map((label, index) => [label, areNumbers ? Number(label) : index + 1]),
  );
}

/** The line without the marks of footnotes that have a text. */
export function withoutNoteMarks(line: string, numbers: NoteNumbers): string {
  return line.replace(REFERENCE, (mark, label: string) => (numbers.has(label) ? "" : mark));
}
