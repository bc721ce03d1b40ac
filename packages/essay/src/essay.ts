/** A paragraph of the essay that a card can react to. */
export interface Passage {
  /** 20 characters of `[0-9a-z]`, derived from the text: it stays when the text stays. */
  readonly id: string;
  readonly text: string;
}

export interface Section {
  readonly id: string;
  /** Empty where the text begins without a heading. */
  readonly title: string;
  /** The chapter's own number, where the heading carries one. */
  readonly number?: number;
  readonly passages: readonly Passage[];
}

/** A text box with a quotation, without its quotation marks. */
export interface Quote {
  readonly id: string;
  readonly text: string;
  readonly speaker?: string;
  /** The passage closest to where the box stood; absent when there is no passage at all. */
  readonly nearPassageId?: string;
}

export interface Lever {
  readonly number: number;
  readonly title: string;
  /** What stood in parentheses below the title, without the parentheses. */
  readonly hint?: string;
  /** The heading above the group that the lever is in. */
  readonly group?: string;
}

export interface Footnote {
  readonly id: string;
  readonly number: number;
  readonly text: string;
}

/** What was found in the text of an essay; everything in reading order. */
export interface Essay {
  readonly title?: string;
  readonly sections: readonly Section[];
  readonly quotes: readonly Quote[];
  readonly levers: readonly Lever[];
  readonly footnotes: readonly Footnote[];
}

export type EssayFormat = "plain" | "markdown";
