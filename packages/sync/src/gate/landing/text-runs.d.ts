import type * as Y from "yjs";
import type { StepBudget } from "./step-budget.ts";
import type { NewRun } from "./text-order.ts";

interface Id {
  readonly client: number;
  readonly clock: number;
}
/** Letters of one client in a row, or where they were; a link in the text's list. */
interface Run {
  readonly client: number;
  readonly clock: number;
  length: number;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  next: Run | undefined;
}
/** A text's list as Yjs keeps it, copied, so that what is new can be put into it before it is let in. */
export declare class TextRuns {
  #private;
  constructor(type: Y.AbstractType<unknown>, budget: StepBudget);
  /** The run that ends with `id`; a longer one is split. */
  endingAt(id: Id): Run | undefined;
  /** The run that begins with `id`; a longer one is split. */
  beginningAt(id: Id): Run | undefined;
  /** The runs after `left` and before `right`, each left off for the text's own end; `undefined` when `right` does not follow. */
  between(left: Run | undefined, right: Run | undefined): Run[] | undefined;
  /**
   * What somebody knows at the least who knows these runs and wrote everything of their own before `own`: first unknown
   * clock by client. Who knows a letter knows its neighbours, and all that its author wrote before it.
   */
  knownTo(runs: readonly (Run | undefined)[], own: Id): Map<number, number>;
  /** Puts `run` where Yjs will: see Item.integrate in yjs/src/structs/Item.js, whose names these are. */
  integrate(run: NewRun, left: Run | undefined, right: Run | undefined): void;
}
/** `null` is the text's own begin or end. */
export declare function isSameId(a: Id | null, b: Id | null): boolean;
