// node tests/bench/report/read-profile.ts DIR [ROWS]: where the time of profiled servers went, by function.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { figure, table } from "./table.ts";

/** The part of V8's format that is read here. */
interface Profile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
  }[];
  samples: number[];
  timeDeltas: number[];
}

/** @param path of a `.cpuprofile` @returns self time in microseconds by function */
function selfTimes(path: string): Map<string, number> {
  // Written by Node itself a moment ago.
  const profile = JSON.parse(readFileSync(path, "utf8")) as Profile;
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [index, id] of profile.samples.entries()) {
    const name = names.get(id) ?? "?";
    times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0));
  }
  return times;
}

function nameOf({ functionName, url, lineNumber }: Profile["nodes"][number]["callFrame"]): string {
  const place = url.split("/").slice(-3).join("/");
  return `${functionName || "(anonymous)"} ${place === "" ? "" : `${place}:${lineNumber + 1}`}`.trim();
}

const [folder = ".", rows = "30"] = process.argv.slice(2);
for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
  const times = selfTimes(join(folder, file));
  times.delete("(idle)");
  const busy = [...times.values()].reduce((sum, time) => sum + time, 0);
  const slowest = [...times].sort(([, a], [, b]) => b - a).slice(0, Number(rows));
  const lines = slowest.map(([name, time]) => [
    name,
    figure(time / 1e6),
    figure((100 * time) / busy),
  ]);
  process.stdout.write(`\n${file}\n\n${table(["function", "self s", "% of busy"], lines)}\n`);
}
