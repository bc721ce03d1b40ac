import { cpus, loadavg } from "node:os";

import type { BenchOptions } from "../options.ts";
import { type Bound, boundsTable } from "./bounds.ts";

const loadAtStart = loadavg()[0] ?? 0;

/** The whole measurement as Markdown. @param sections one a scenario */
export function reportOf(
  { runs, seconds }: BenchOptions,
  bounds: readonly Bound[],
  sections: readonly string[],
): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  const how = [
    `Medians of at most ${runs} runs of ${seconds} s, servers in turn, after 2 s to warm up.`,
    `${machine}; load of the machine before it began: ${loadAtStart.toFixed(1)}.`,
    "How to read it: tests/bench/README.md.",
  ].join("\n");
  const parts = ["# The sync engine beside its peers", how, boundsTable(bounds), ...sections];
  return `${parts.join("\n\n")}\n`;
}
