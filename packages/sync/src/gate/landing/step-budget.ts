import { Refusal } from "../gate-verdict.ts";

/** Steps that all texts of one update may cost together; honest updates need a few hundred. */
const STEPS_MAX = 50_000;

/** Bounds the work of putting what is new into the order of its texts. */
export class StepBudget {
  #left = STEPS_MAX;

  /** @throws {Refusal} when nothing is left */
  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new Refusal("invalid", "its letters are too entangled");
  }
}
