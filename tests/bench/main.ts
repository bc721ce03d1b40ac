import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { readOptions } from "./options.ts";
import type { Bound } from "./report/bounds.ts";
import { reportOf } from "./report/report.ts";
import { crowd } from "./scenarios/crowd.ts";
import { idle } from "./scenarios/idle.ts";
import { join } from "./scenarios/join.ts";
import { kill } from "./scenarios/kill.ts";
import { presence } from "./scenarios/presence.ts";
import { quiet } from "./scenarios/quiet.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { typing } from "./scenarios/typing.ts";
import { installPeers } from "./servers/install-peers.ts";

const scenarios: readonly Scenario[] = [crowd, quiet, typing, presence, join, idle, kill];
const REPORT = new URL("../../docs/measurements/sync.md", import.meta.url);

/** `npm run bench`: measures, and prints what it measured. Never fails by a time. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const chosen = scenarios.filter(({ name }) => options.only?.includes(name) ?? true);
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  await installPeers(tell);
  const bounds: Bound[] = [];
  const sections: string[] = [];
  for (const { title, run } of chosen) {
    tell(`\n${title}`);
    const report = await run(options, tell);
    bounds.push(...report.bounds);
    sections.push(`## ${title}\n\n${report.tables}`);
  }
  const text = reportOf(options, bounds, sections);
  process.stdout.write(`\n${text}`);
  if (options.shouldWrite) await write(text, tell);
}

async function write(text: string, tell: (line: string) => void): Promise<void> {
  await mkdir(new URL(".", REPORT), { recursive: true });
  await writeFile(REPORT, text);
  tell(`written: ${fileURLToPath(REPORT)}`);
}

process.once("SIGINT", () => process.exit(130)); // servers end with this process, folders go
process.once("SIGTERM", () => process.exit(143));
await main();
