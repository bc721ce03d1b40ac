/** A heading that a block begins with. */
export interface Heading {
  readonly title: string;
  readonly number?: number;
  /** Lines of its block that the heading takes; the others are prose. */
  readonly lineCount: number;
}
