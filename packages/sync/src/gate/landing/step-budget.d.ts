/** Bounds the work of putting what is new into the order of its texts. */
export declare class StepBudget {
  #private;
  /** @throws {Refusal} when nothing is left */
  spend(steps?: number): void;
}
