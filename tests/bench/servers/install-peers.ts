import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PEERS = fileURLToPath(new URL("../peers/", import.meta.url));

/** Installs the servers of others from their lock file, the first time. @throws {Error} with npm's words */
export async function installPeers(tell: (line: string) => void): Promise<void> {
  if (existsSync(`${PEERS}node_modules`)) return;
  tell("installing the peers, once: npm ci in tests/bench/peers");
  await promisify(execFile)("npm", ["ci"], { cwd: PEERS });
}
