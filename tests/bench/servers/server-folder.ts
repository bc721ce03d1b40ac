import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { freePort } from "../../support/free-port.ts";
import { type ProcessOptions, ServerProcess } from "./server-process.ts";

const TELL_MEMORY = fileURLToPath(new URL("tell-memory.mjs", import.meta.url));

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
    const args = ["--expose-gc", "--import", TELL_MEMORY, ...nodeArgs, script];
    const options = { args, env: env(folder), port: await freePort(), readyPath };
    return new ServerFolder(folder, options, await ServerProcess.start(options));
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
  }
}
