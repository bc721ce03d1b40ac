import type { Quotation } from "./text/quotation.ts";

/** What was found in the source, in reading order; the same for every format. */
export type Piece =
  | { readonly kind: "title"; readonly text: string }
  | HeadingPiece
  | { readonly kind: "prose"; readonly text: string }
  | QuotePiece
  | LeverPiece
  | NotePiece;

export interface HeadingPiece {
  readonly kind: "heading";
  readonly title: string;
  readonly number?: number;
}

export type QuotePiece = { readonly kind: "quote" } & Quotation;

export interface LeverPiece {
  readonly kind: "lever";
  readonly number: number;
  readonly title: string;
  readonly hint?: string;
  readonly group?: string;
}

export interface NotePiece {
  readonly kind: "note";
  readonly number: number;
  readonly text: string;
}
