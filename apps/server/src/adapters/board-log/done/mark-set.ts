import { hash } from "node:crypto";

/** Of a command's id the first bytes of its SHA-256: among a million commands two share them on one board in 37 million. */
export const MARK_BYTES = 8;

/** One mark after the other, in the order of `ids`. */
export function marksOf(ids: readonly string[]): Uint8Array {
  return Buffer.concat(ids.map((id) => hash("sha256", id, "buffer").subarray(0, MARK_BYTES)));
}

/** Marks to search in, at 8 bytes each. */
export class MarkSet {
  /** Each sorted, and more than twice as long as the next: there are few, and adding some rarely sorts all. */
  readonly #runs: BigUint64Array[] = [];

  /** @param marks as `marksOf` makes them, in any order */
  add(marks: Uint8Array): void {
    const runs = [...this.#shortRuns(marks.byteLength / MARK_BYTES), asNumbers(marks)];
    const joined = new BigUint64Array(runs.reduce((length, one) => length + one.length, 0));
    let at = 0;
    for (const one of runs) {
      joined.set(one, at);
      at += one.length;
    }
    this.#runs.push(joined.sort());
  }

  has(id: string): boolean {
    const [mark] = asNumbers(marksOf([id]));
    return mark !== undefined && this.#runs.some((run) => includes(run, mark));
  }

  /** Takes out the runs that `length` more marks are to be joined with. */
  #shortRuns(length: number): BigUint64Array[] {
    let [from, joined] = [this.#runs.length, length];
    for (const run of this.#runs.toReversed()) {
      if (run.length > 2 * joined) break;
      from -= 1;
      joined += run.length;
    }
    return this.#runs.splice(from);
  }
}

/** A copy, because a number has to begin at a multiple of 8. In this machine's order of bytes, as are all it is compared with. */
function asNumbers(marks: Uint8Array): BigUint64Array {
  return new BigUint64Array(new Uint8Array(marks).buffer);
}

function includes(sorted: BigUint64Array, mark: bigint): boolean {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? mark) < mark) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === mark;
}
