import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { freePort } from "../../support/free-port.ts";
import { type ProcessOptions, ServerProcess } from "./server-process.ts";

const ATTEND = fileURLToPath(new URL("attend.mjs", import.meta.url));
/** What goes with this process, however it ends. */
const running = new Set<ServerFolder>();
const folders = new Set<string>();
process.on("exit", () => {
  for (const server of running) server.process.killAtOnce();
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
});

export interface Launch extends Omit<ProcessOptions, "port" | "env" | "args"> {
  nodeArgs?: readonly string[];
  script: string;
  /** Environment of a server that stores in this folder. */
  env: (folder: string) => Record<string, string>;
}

/** A server's process with the folder and the port that it keeps from start to start. */
export class ServerFolder implements AsyncDisposable {
  readonly #folder: string;
  readonly #options: ProcessOptions;
  #process: ServerProcess;

  static async start({ nodeArgs = [], script, env, readyPath }: Launch): Promise<ServerFolder> {
    const folder = await mkdtemp(join(tmpdir(), "hefboom-bench-"));
    folders.add(folder);
    const args = ["--expose-gc", "--import", ATTEND, ...nodeArgs, script];
    const options = { args, env: env(folder), port: await freePort(), readyPath };
    const server = new ServerFolder(folder, options, await ServerProcess.start(options));
    running.add(server);
    return server;
  }

  private constructor(folder: string, options: ProcessOptions, process: ServerProcess) {
    this.#folder = folder;
    this.#options = options;
    this.#process = process;
  }

  get process(): ServerProcess {
    return this.#process;
  }

  async up(): Promise<void> {
    this.#process = await ServerProcess.start(this.#options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process.stop();
    await rm(this.#folder, { recursive: true, force: true });
    running.delete(this);
    folders.delete(this.#folder);
  }
}
