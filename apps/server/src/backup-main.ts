import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { databasePathIn, organiserKeyPathIn } from "./adapters/data-folder.ts";
import { KeepingError } from "./adapters/keeping/keeping-error.ts";
import { writeBackup } from "./adapters/keeping/write-backup.ts";
import { readConfig } from "./config.ts";
import { explainStart } from "./start/start-error.ts";

const USAGE = "usage: npm run backup -- --out FILE";

/** Copies the database into one file, beside a running server if need be, and checks the copy. */
async function main(): Promise<void> {
  try {
    const out = resolve(readOut(process.argv.slice(2)));
    const { dataDir } = readConfig();
    const { boards, participants } = await writeBackup({
      databasePath: databasePathIn(dataDir),
      organiserKeyPath: organiserKeyPathIn(dataDir),
      out,
      onProgress: showProgress,
    });
    process.stdout.write(`${out}: checked; ${boards} workshops, ${participants} participants\n`);
    process.stdout.write(
      "It holds everything, keys and names among it: keep it as you keep those.\n",
    );
  } catch (error) {
    const { text, code } = explainStart(error, "the data folder");
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}

function readOut(args: string[]): string {
  try {
    const { values } = parseArgs({ args, options: { out: { type: "string" } } });
    if (values.out !== undefined && values.out !== "") return values.out;
  } catch (cause) {
    throw new KeepingError("BACKUP_REFUSED", USAGE, { cause });
  }
  throw new KeepingError("BACKUP_REFUSED", USAGE);
}

function showProgress(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.floor(share * 100)} %\r`);
}

await main();
