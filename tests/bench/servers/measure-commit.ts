import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const SCRIPT = fileURLToPath(new URL("../peers/measure-commit.mjs", import.meta.url));

/** What one commit of 2 kB takes on this machine's disk, median in ms; measured in a process of its own. */
export async function measureCommit(): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT]);
  return Number(stdout);
}
