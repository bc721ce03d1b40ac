import * as Y from "yjs";

import { Refusal } from "../gate-verdict.ts";
import type { StepBudget } from "./step-budget.ts";
import { isSameId, type NewRun, TextRuns } from "./text-runs.ts";

/**
 * Checks that the neighbours of what is new were neighbours for somebody. Yjs puts letters in one order everywhere only
 * when they were typed between two letters that stood side by side in some replica; neighbours made up by hand (the right
 * one before the left one, or known letters in between) give each reader a text of their own.
 */
export class TextOrder {
  readonly #type: Y.AbstractType<unknown>;
  readonly #budget: StepBudget;
  /** What was placed without a look at the whole text, because its neighbours stand side by side in it. */
  readonly #plain: NewRun[] = [];
  #runs: TextRuns | undefined;

  constructor(type: Y.AbstractType<unknown>, budget: StepBudget) {
    this.#type = type;
    this.#budget = budget;
  }

  /** @throws {Refusal} when the neighbours were never side by side */
  place(run: NewRun): void {
    if (this.#runs === undefined && this.#isPlain(run)) {
      this.#plain.push(run);
      return;
    }
    this.#runs ??= this.#readAll();
    this.#placeAmong(this.#runs, run);
  }

  /** Typing without anybody else: between two letters that stand side by side, or going on after what was just typed. */
  #isPlain({ origin, rightOrigin }: NewRun): boolean {
    const last = this.#plain.at(-1);
    if (last !== undefined) {
      return isSameId(origin, lastIdOf(last)) && isSameId(rightOrigin, last.rightOrigin);
    }
    if (origin === null) return isSameId(rightOrigin, this.#type._start?.id ?? null);
    if (isSameId(rightOrigin, { client: origin.client, clock: origin.clock + 1 })) return true;
    const struct = findItem(this.#type, origin);
    return struct !== undefined && isSameId(rightOrigin, struct.right?.id ?? null);
  }

  #readAll(): TextRuns {
    const runs = new TextRuns(this.#type, this.#budget);
    for (const run of this.#plain) this.#placeAmong(runs, run);
    return runs;
  }

  #placeAmong(runs: TextRuns, run: NewRun): void {
    // The right one first: a split keeps the run that is to the left of it.
    const right = run.rightOrigin === null ? undefined : runs.beginningAt(run.rightOrigin);
    const left = run.origin === null ? undefined : runs.endingAt(run.origin);
    const between = runs.between(left, right);
    if (between === undefined) throw new Refusal("invalid", "its neighbours stand crosswise");
    if (between.length > 0) {
      const known = runs.knownTo([left, right], run.id);
      if (between.some((one) => one.clock < (known.get(one.client) ?? 0))) {
        throw new Refusal("invalid", "its neighbours were never side by side");
      }
    }
    runs.integrate(run, left, right);
  }
}

/** The item that ends at `id`; `undefined` when `id` lies inside one. */
function findItem(type: Y.AbstractType<unknown>, id: Y.ID): Y.Item | undefined {
  const store = type.doc?.store;
  // An id that is still new is not stored; Yjs must not be asked for it.
  if (store === undefined || id.clock >= Y.getState(store, id.client)) return undefined;
  const struct: Y.Item | Y.GC = Y.getItem(store, id);
  return struct instanceof Y.Item && endsAt(struct, id) ? struct : undefined;
}

const endsAt = ({ id, length }: Y.Item, { clock }: Y.ID) => id.clock + length - 1 === clock;

function lastIdOf({ id, length }: NewRun): { client: number; clock: number } {
  return { client: id.client, clock: id.clock + length - 1 };
}
