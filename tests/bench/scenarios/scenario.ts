import type { BenchOptions } from "../options.ts";

/** One thing that is measured. */
export interface Scenario {
  name: string;
  /** What a reader must know of it, in one line. */
  title: string;
  /** @param tell says how far it is, while it runs @returns Markdown */
  run(options: BenchOptions, tell: (line: string) => void): Promise<string>;
}
