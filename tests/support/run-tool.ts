import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import type { TestServer } from "./test-server.ts";

const TOOLS = {
  backup: fileURLToPath(new URL("../../apps/server/src/backup-main.ts", import.meta.url)),
  restore: fileURLToPath(new URL("../../apps/server/src/restore-main.ts", import.meta.url)),
};

export interface ToolRun {
  code: number | null;
  printed: string;
}

/** Runs one of the command-line tools on a server's data folder, as `npm run …` does. */
export async function runTool(
  tool: keyof typeof TOOLS,
  server: Pick<TestServer, "dataDir">,
  args: readonly string[],
): Promise<ToolRun> {
  const env = { ...process.env, DATA_DIR: server.dataDir, LOG_LEVEL: "warn" };
  const child = spawn(process.execPath, [TOOLS[tool], ...args], { env });
  let printed = "";
  const print = (chunk: Buffer) => {
    printed += chunk.toString("utf8");
  };
  child.stdout.on("data", print);
  child.stderr.on("data", print);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, printed };
}
