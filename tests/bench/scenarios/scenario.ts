import type { BenchOptions } from "../options.ts";
import type { Bound } from "../report/bounds.ts";

/** Says how far a scenario is, while it runs. */
export type Tell = (line: string) => void;

interface ScenarioReport {
  /** Markdown. */
  tables: string;
  bounds: readonly Bound[];
}

/** One thing that is measured. */
export interface Scenario {
  name: string;
  title: string;
  run(options: BenchOptions, tell: Tell): Promise<ScenarioReport>;
}
