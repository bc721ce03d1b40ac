export interface CsvRow {
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark was opened and never closed. */
  readonly isUnclosed: boolean;
}

/** Rows of CSV as RFC 4180 has it: quoted cells may hold the separator, line breaks, and `""` for a quotation mark. */
export function readCsv(text: string, separator: string): CsvRow[] {
  const reader = new CsvReader(separator);
  for (const letter of text.replace(/\r\n?/g, "\n")) reader.take(letter);
  return reader.end();
}

class CsvReader {
  readonly #separator: string;
  readonly #rows: CsvRow[] = [];
  #cells: string[] = [];
  #cell = "";
  #state: "plain" | "quoted" | "closing" = "plain";
  #line = 1;
  #startsOn = 1;

  constructor(separator: string) {
    this.#separator = separator;
  }

  take(letter: string): void {
    if (letter === "\n") this.#line += 1;
    if (this.#state === "quoted") this.#takeQuoted(letter);
    else this.#takePlain(letter);
  }

  end(): CsvRow[] {
    this.#endRow();
    return this.#rows;
  }

  #takeQuoted(letter: string): void {
    if (letter === '"') this.#state = "closing";
    else this.#cell += letter;
  }

  #takePlain(letter: string): void {
    if (letter === '"' && this.#state === "closing") {
      this.#cell += '"';
      this.#state = "quoted";
    } else if (letter === '"' && this.#cell.trim() === "") {
      this.#cell = "";
      this.#state = "quoted";
    } else if (letter === this.#separator) this.#endCell();
    else if (letter === "\n") this.#endRow();
    else this.#cell += letter;
  }

  #endCell(): void {
    this.#cells.push(this.#cell.trim());
    this.#cell = "";
    this.#state = "plain";
  }

  #endRow(): void {
    const isUnclosed = this.#state === "quoted";
    this.#endCell();
    if (this.#cells.some((cell) => cell !== "")) {
      this.#rows.push({ line: this.#startsOn, cells: this.#cells, isUnclosed });
    }
    this.#cells = [];
    this.#startsOn = this.#line;
  }
}
