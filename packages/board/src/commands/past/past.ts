import type { BinnedCard } from "../bin/binned-card.ts";
import type { Inverse } from "./inverse-schema.ts";

/** A command that was done: by whom, and how it is taken back; without `inverse` it cannot be. */
export interface DoneCommand {
  /** `null`: it was done so long ago that this is forgotten, and how it is taken back too. */
  readonly personId: string | null;
  readonly inverse: Inverse | undefined;
}

/** What only the tables know of what was done on a board before. */
export interface Past {
  done(commandId: string): DoneCommand | undefined;
  /** The card as it lies in the bin; `undefined` when it is not there, or for longer than the bin keeps. */
  binned(cardId: string): BinnedCard | undefined;
}
