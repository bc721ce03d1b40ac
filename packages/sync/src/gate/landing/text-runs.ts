import type * as Y from "yjs";

import type { NewItem } from "../reading/new-struct.ts";
import { indexOfClock } from "./index-of-clock.ts";
import type { StepBudget } from "./step-budget.ts";

/** Something new in a text, with the neighbours that its author saw. */
export type NewRun = Pick<NewItem, "id" | "length" | "origin" | "rightOrigin">;

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
export class TextRuns {
  readonly #byClient = new Map<number, Run[]>();
  readonly #budget: StepBudget;
  #first: Run | undefined;

  constructor(type: Y.AbstractType<unknown>, budget: StepBudget) {
    this.#budget = budget;
    let last: Run | undefined;
    for (let item = type._start; item !== null; item = item.right) {
      budget.spend();
      const { id, length, origin, rightOrigin } = item;
      const run: Run = {
        client: id.client,
        clock: id.clock,
        length,
        origin,
        rightOrigin,
        next: undefined,
      };
      if (last === undefined) this.#first = run;
      else last.next = run;
      last = run;
      this.#add(run);
    }
    for (const runs of this.#byClient.values()) runs.sort((a, b) => a.clock - b.clock);
  }

  /** The run that ends with `id`; a longer one is split. */
  endingAt(id: Id): Run | undefined {
    const run = this.#find(id);
    if (run !== undefined) this.#split(run, id.clock + 1);
    return run;
  }

  /** The run that begins with `id`; a longer one is split. */
  beginningAt(id: Id): Run | undefined {
    const run = this.#find(id);
    if (run === undefined || run.clock === id.clock) return run;
    return this.#split(run, id.clock);
  }

  /** The runs after `left` and before `right`, each left off for the text's own end; `undefined` when `right` does not follow. */
  between(left: Run | undefined, right: Run | undefined): Run[] | undefined {
    const found: Run[] = [];
    for (let run = left === undefined ? this.#first : left.next; run !== right; run = run.next) {
      if (run === undefined) return undefined;
      this.#budget.spend();
      found.push(run);
    }
    return found;
  }

  /**
   * What somebody knows at the least who knows these runs and wrote everything of their own before `own`: first unknown
   * clock by client. Who knows a letter knows its neighbours, and all that its author wrote before it.
   */
  knownTo(runs: readonly (Run | undefined)[], own: Id): Map<number, number> {
    const known = new Map<number, number>();
    const waiting: { client: number; from: number; to: number }[] = [];
    const learn = (client: number, to: number) => {
      const from = known.get(client) ?? 0;
      if (to <= from) return;
      known.set(client, to);
      waiting.push({ client, from, to });
    };
    for (const run of runs) if (run !== undefined) learn(run.client, run.clock + run.length);
    learn(own.client, own.clock);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const run of this.#byClient.get(next.client) ?? []) {
        this.#budget.spend();
        if (run.clock >= next.to || run.clock + run.length <= next.from) continue;
        for (const id of [run.origin, run.rightOrigin]) if (id) learn(id.client, id.clock + 1);
      }
    }
    return known;
  }

  /** Puts `run` where Yjs will: see Item.integrate in yjs/src/structs/Item.js, whose names these are. */
  integrate(run: NewRun, left: Run | undefined, right: Run | undefined): void {
    const conflicting = new Set<Run>();
    const beforeOrigin = new Set<Run>();
    let after = left;
    let other = left === undefined ? this.#first : left.next;
    for (; other !== undefined && other !== right; other = other.next) {
      this.#budget.spend();
      beforeOrigin.add(other);
      conflicting.add(other);
      if (isSameId(run.origin, other.origin)) {
        if (other.client < run.id.client) {
          after = other;
          conflicting.clear();
        } else if (isSameId(run.rightOrigin, other.rightOrigin)) break;
        continue;
      }
      const origin = other.origin === null ? undefined : this.#find(other.origin);
      if (origin === undefined || !beforeOrigin.has(origin)) break;
      if (conflicting.has(origin)) continue;
      after = other;
      conflicting.clear();
    }
    this.#insert(run, after);
  }

  #insert({ id: { client, clock }, length, origin, rightOrigin }: NewRun, after?: Run): void {
    const next = after === undefined ? this.#first : after.next;
    const run: Run = { client, clock, length, origin, rightOrigin, next };
    if (after === undefined) this.#first = run;
    else after.next = run;
    this.#add(run);
  }

  /** Cuts `run` so that a new one begins at `clock`. @returns that one, if there is anything in it */
  #split(run: Run, clock: number): Run | undefined {
    const length = run.clock + run.length - clock;
    if (length <= 0) return undefined;
    const { client, rightOrigin, next } = run;
    const rest: Run = {
      client,
      clock,
      length,
      origin: { client, clock: clock - 1 },
      rightOrigin,
      next,
    };
    run.length -= length;
    run.next = rest;
    const runs = this.#byClient.get(client) ?? [];
    runs.splice(indexOfClock(runs, run.clock) + 1, 0, rest);
    return rest;
  }

  #find(id: Id): Run | undefined {
    const runs = this.#byClient.get(id.client) ?? [];
    return runs[indexOfClock(runs, id.clock)];
  }

  #add(run: Run): void {
    const runs = this.#byClient.get(run.client);
    if (runs === undefined) this.#byClient.set(run.client, [run]);
    else runs.push(run);
  }
}

/** `null` is the text's own begin or end. */
export function isSameId(a: Id | null, b: Id | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}
