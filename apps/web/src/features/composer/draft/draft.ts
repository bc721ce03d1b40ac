import type { CardKind, Consent, Labels } from "@hefboom/board";

/** A card that is not placed yet. */
export interface Draft {
  readonly kind: CardKind;
  readonly text: string;
  readonly lever: string | null;
  readonly speaker: string;
  readonly speakerAgrees: boolean;
  readonly labels: Labels;
  /** `undefined`: the answer given at joining counts. */
  readonly consent: Consent | undefined;
}

export const EMPTY_DRAFT: Draft = {
  kind: "note",
  text: "",
  lever: null,
  speaker: "",
  speakerAgrees: false,
  labels: {},
  consent: undefined,
};

/** What the composer starts from: the stored draft, on the lever from which it was opened. */
export function startDraft(stored: Draft, lever: string | null | undefined): Draft {
  return lever === undefined ? stored : { ...stored, lever };
}

/** What stays for the next card: only its kind, for somebody who writes many. */
export function nextDraft({ kind }: Draft): Draft {
  return { ...EMPTY_DRAFT, kind };
}
