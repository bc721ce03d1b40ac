import type { CardEvent } from "@hefboom/sync";

/** Most events of a run. A row of more than 1 kB would take a page of its own where rows lie in the order of their key. */
const RUN_MAX = 24;

/** Events of one moment, as they are stored. */
export interface EventRun {
  /** Milliseconds since 1970, server time. */
  readonly at: number;
  readonly phase: string;
  /** JSON of `[kind, lever, ...cards]`, one after the other: what was done in turn to several cards is said once. */
  readonly events: string;
}

type Doing = [kind: CardEvent["kind"], lever: string | null, ...cards: string[]];

/** What a batch did, in its order; in several runs when it was much or the phase changed meanwhile. */
export function eventRuns(events: readonly CardEvent[]): EventRun[] {
  const runs: { at: number; phase: string; doings: Doing[]; size: number }[] = [];
  for (const { at, phase, kind, lever, card } of events) {
    let run = runs.at(-1);
    if (run?.at !== at || run.phase !== phase || run.size === RUN_MAX) {
      run = { at, phase, doings: [], size: 0 };
      runs.push(run);
    }
    run.size += 1;
    const last = run.doings.at(-1);
    if (last?.[0] === kind && last[1] === lever) last.push(card);
    else run.doings.push([kind, lever, card]);
  }
  return runs.map(({ at, phase, doings }) => ({ at, phase, events: JSON.stringify(doings) }));
}
