import type { Essay, Footnote, Lever, Passage, Quote, Section } from "./essay.ts";
import type { Piece, QuotePiece } from "./pieces.ts";
import { type IdMaker, idMaker } from "./text/stable-id.ts";

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenSection = Open<Section> & { passages: Passage[] };
type OpenQuote = Open<Quote>;

/** Gathers pieces in reading order into an essay, and gives each thing its id. */
export function assembleEssay(pieces: readonly Piece[]): Essay {
  const assembly = new Assembly();
  for (const piece of pieces) assembly.add(piece);
  return assembly.finish();
}

class Assembly {
  readonly #idOf: IdMaker = idMaker();
  readonly #sections: OpenSection[] = [];
  readonly #quotes: OpenQuote[] = [];
  readonly #levers: Lever[] = [];
  readonly #footnotes: Footnote[] = [];
  /** Quotes before the first passage of their section. */
  #waiting: OpenQuote[] = [];
  #lastPassage: Passage | undefined;
  #title: string | undefined;

  add(piece: Piece): void {
    switch (piece.kind) {
      case "title":
        this.#title = piece.text;
        break;
      case "heading":
        this.#openSection(piece.title, piece.number);
        break;
      case "prose":
        this.#addPassage(piece.text);
        break;
      case "quote":
        this.#addQuote(piece);
        break;
      case "lever":
        this.#levers.push(withoutKind(piece));
        break;
      case "note":
        this.#footnotes.push({ ...withoutKind(piece), id: this.#idOf("note", piece.text) });
        break;
    }
  }

  finish(): Essay {
    this.#settleWaiting();
    return {
      ...(this.#title === undefined ? {} : { title: this.#title }),
      sections: this.#sections,
      quotes: this.#quotes,
      levers: this.#levers,
      footnotes: this.#footnotes,
    };
  }

  #openSection(title: string, number: number | undefined): OpenSection {
    this.#settleWaiting();
    const base = { id: this.#idOf("section", title), title, passages: [] };
    const section: OpenSection = number === undefined ? base : { ...base, number };
    this.#sections.push(section);
    return section;
  }

  #addPassage(text: string): void {
    const section = this.#sections.at(-1) ?? this.#openSection("", undefined);
    const passage = { id: this.#idOf("passage", text), text };
    const isFirst = section.passages.length === 0;
    section.passages.push(passage);
    this.#lastPassage = passage;
    if (isFirst) this.#settleWaiting();
  }

  #addQuote(piece: QuotePiece): void {
    const quote: OpenQuote = { ...withoutKind(piece), id: this.#idOf("quote", piece.text) };
    this.#quotes.push(quote);
    const near = this.#sections.at(-1)?.passages.at(-1);
    if (near === undefined) this.#waiting.push(quote);
    else quote.nearPassageId = near.id;
  }

  /** Quotes that stood before every passage of their section lie near its first, or else the last one before. */
  #settleWaiting(): void {
    if (this.#lastPassage === undefined) return;
    for (const quote of this.#waiting) quote.nearPassageId = this.#lastPassage.id;
    this.#waiting = [];
  }
}

function withoutKind<T extends { readonly kind: string }>(piece: T): Omit<T, "kind"> {
  const { kind: _kind, ...rest } = piece;
  return rest;
}
