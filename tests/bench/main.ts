import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

import { readOptions } from "./options.ts";
import { type Bound, boundsTable } from "./report/bounds.ts";
import { crowd } from "./scenarios/crowd.ts";
import { idle } from "./scenarios/idle.ts";
import { join } from "./scenarios/join.ts";
import { kill } from "./scenarios/kill.ts";
import { presence } from "./scenarios/presence.ts";
import { quiet } from "./scenarios/quiet.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { typing } from "./scenarios/typing.ts";

const scenarios: readonly Scenario[] = [crowd, quiet, typing, presence, join, idle, kill];
const REPORT = new URL("../../docs/measurements/sync.md", import.meta.url);

/** `npm run bench`: measures, and prints what it measured. Never fails by a time. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const chosen = scenarios.filter(({ name }) => options.only?.includes(name) ?? true);
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const bounds: Bound[] = [];
  const sections: string[] = [];
  for (const { title, run } of chosen) {
    tell(`\n${title}`);
    const report = await run(options, tell);
    bounds.push(...report.bounds);
    sections.push(`## ${title}\n\n${report.tables}`);
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  const how = `Medians of ${options.runs} runs of ${options.seconds} s, servers in turn. ${machine}.`;
  const text = `${["# The sync engine beside its peers", how, boundsTable(bounds), ...sections].join("\n\n")}\n`;
  process.stdout.write(`\n${text}`);
  if (!options.shouldWrite) return;
  await mkdir(new URL(".", REPORT), { recursive: true });
  await writeFile(REPORT, text);
  tell(`written: ${fileURLToPath(REPORT)}`);
}

await main();
