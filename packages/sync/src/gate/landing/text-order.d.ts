import * as Y from "yjs";
import type { StepBudget } from "./step-budget.ts";
/** Something new in a text, with the neighbours that its author saw. */
export type NewRun = Pick<Y.Item, "id" | "length" | "origin" | "rightOrigin">;
/**
 * Checks that the neighbours of what is new were neighbours for somebody. Yjs puts letters in one order everywhere only
 * when they were typed between two letters that stood side by side in some replica; neighbours made up by hand (the right
 * one before the left one, or known letters in between) give each reader a text of their own.
 */
export declare class TextOrder {
  #private;
  constructor(type: Y.AbstractType<unknown>, budget: StepBudget);
  /** @throws {Refusal} when the neighbours were never side by side */
  place(run: NewRun): void;
}
