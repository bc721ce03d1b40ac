import type {
  AuthorsMode,
  Card,
  CardKind,
  CardOwner,
  Group,
  LabelSet,
  LeverView,
} from "@hefboom/board";
import type { TextKey } from "@hefboom/contract";

/** What an export is made from; the server reads it from the document and the tables in one go. */
export interface ExportInput {
  readonly title: string;
  /** Language of titles, labels and headings. */
  readonly locale: string;
  readonly authors: AuthorsMode;
  readonly groups: readonly Group[];
  /** In the board's order, as `readLevers` gives them. */
  readonly levers: readonly LeverView[];
  readonly labelSets: readonly LabelSet[];
  /** In the board's order, as `readCards` gives them. */
  readonly cards: readonly Card[];
  ownerOf(
    cardId: string,
  ): Pick<CardOwner, "personId" | "consent" | "speakerAgrees" | "isDeleted"> | undefined;
  /** Name that a person gave at joining; `undefined` for who gave none. */
  nameOf(personId: string): string | undefined;
  /** A text of the catalogue in `locale`. */
  translate(key: TextKey, values?: Readonly<Record<string, string>>): string;
  readonly filter?: { readonly lever?: string | undefined; readonly kind?: CardKind | undefined };
  /** Milliseconds since 1970, server time. */
  readonly exportedAt: number;
}
