import {
  type Applied,
  BIN_KEEPS_MS,
  type BinnedCard,
  type DoneCommand,
  type Inverse,
  isOrderTooLong,
  type Past,
  placesOf,
} from "@hefboom/board";
import type * as Y from "yjs";

import type { LogEntry } from "../../board-log.ts";
import type { FoundPast } from "./look-up-past.ts";
import { parseInverse } from "./parse-inverse.ts";

/** What was done on a board before: as the tables have it, with what the batch itself does laid over it. */
export class BatchPast implements Past {
  readonly #found: FoundPast;
  /** Milliseconds since 1970. */
  readonly #now: number;
  readonly #done = new Map<string, DoneCommand & { readonly personId: string }>();
  /** What this batch puts into the bin, and `undefined` for what it takes out. */
  readonly #bin = new Map<string, BinnedCard | undefined>();

  constructor(found: FoundPast, now: number) {
    this.#found = found;
    this.#now = now;
  }

  done(commandId: string): DoneCommand | undefined {
    const personId = this.#found.doneBy.get(commandId);
    if (personId === undefined) return this.#done.get(commandId);
    const inverse = this.#found.inverses.get(commandId);
    return { personId, inverse: inverse === undefined ? undefined : parseInverse(inverse) };
  }

  binned(cardId: string): BinnedCard | undefined {
    if (this.#bin.has(cardId)) return this.#bin.get(cardId);
    const card = this.#found.binned.get(cardId);
    return card !== undefined && card.binnedAt + BIN_KEEPS_MS > this.#now ? card : undefined;
  }

  noteDone(id: string, personId: string, { binned, restored, inverse }: Applied): void {
    this.#done.set(id, { personId, inverse });
    if (binned !== undefined) this.#bin.set(binned.cardId, binned);
    if (restored !== undefined) this.#bin.set(restored, undefined);
  }

  /** The card is erased: nobody takes it out of the bin again. */
  noteErased(cardId: string): void {
    this.#bin.set(cardId, undefined);
  }

  /** @param doc as the batch leaves it */
  rows(doc: Y.Doc): Pick<LogEntry, "doneCommands" | "binned" | "restored"> {
    const bin = [...this.#bin];
    return {
      doneCommands: [...this.#done].map(([id, { personId, inverse }]) => ({
        id,
        personId,
        ...(inverse !== undefined && { inverse: JSON.stringify(asSpread(doc, inverse)) }),
      })),
      binned: bin.flatMap(([, card]) => card ?? []),
      restored: bin.flatMap(([cardId, card]) => (card === undefined ? [cardId] : [])),
    };
  }
}

/** A place whose key was too long was given another one at the end of the batch: that is how the command left the card. */
function asSpread(doc: Y.Doc, inverse: Inverse): Inverse {
  if (inverse.op !== "place" || !isOrderTooLong(inverse.left.order)) return inverse;
  const place = placesOf(doc).get(inverse.cardId);
  return place?.lever === inverse.left.lever ? { ...inverse, left: place } : inverse;
}
