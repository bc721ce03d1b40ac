// node tests/bench/report/read-profile.ts DIR [ROWS] [SECONDS]: where the time of profiled servers went, by function; of their
// last seconds only, to leave out how the room filled.
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

/** @param path of a `.cpuprofile` @returns self time in microseconds by function, of its last `seconds` */
function selfTimes(path: string, seconds: number): Map<string, number> {
  // Written by Node itself a moment ago.
  const profile = JSON.parse(readFileSync(path, "utf8")) as Profile;
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  let leftUs = profile.timeDeltas.reduce((sum, delta) => sum + delta, 0);
  for (const [index, id] of profile.samples.entries()) {
    const name = names.get(id) ?? "?";
    const deltaUs = profile.timeDeltas[index] ?? 0;
    if (leftUs <= seconds * 1e6) times.set(name, (times.get(name) ?? 0) + deltaUs);
    leftUs -= deltaUs;
  }
  return times;
}

function nameOf({ functionName, url, lineNumber }: Profile["nodes"][number]["callFrame"]): string {
  const place = url.split("/").slice(-3).join("/");
  return `${functionName || "(anonymous)"} ${place === "" ? "" : `${place}:${lineNumber + 1}`}`.trim();
}

const [folder = ".", rows = "30", seconds = "1e9"] = process.argv.slice(2);
for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
  const times = selfTimes(join(folder, file), Number(seconds));
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
