import { readOptions } from "./options.ts";
import { crowd } from "./scenarios/crowd.ts";
import type { Scenario } from "./scenarios/scenario.ts";

const scenarios: readonly Scenario[] = [crowd];

/** `npm run bench`: measures, and prints what it measured. Never fails by a time. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const chosen = scenarios.filter(({ name }) => options.only?.includes(name) ?? true);
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  for (const { title, run } of chosen) {
    tell(`\n${title}`);
    process.stdout.write(`\n## ${title}\n\n${await run(options, tell)}\n`);
  }
}

await main();
