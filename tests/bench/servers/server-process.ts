import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

import { pause } from "../../support/until.ts";

const START_MAX_MS = 30_000;
const STOP_MAX_MS = 20_000;
/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

export interface ProcessOptions {
  /** Arguments of Node: a script and what comes before it. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  port: number;
  /** Answers 200 when the server serves. */
  readyPath: string;
}

/** A measured server: a Node process of its own, whose cost the operating system tells. */
export class ServerProcess implements AsyncDisposable {
  readonly port: number;
  readonly #child: ChildProcess;
  #printed = "";

  /** @throws {Error} with what it printed, when it does not serve within 30 s */
  static async start(options: ProcessOptions): Promise<ServerProcess> {
    const server = new ServerProcess(options);
    await server.#ready(options.readyPath);
    return server;
  }

  private constructor({ args, env, port }: ProcessOptions) {
    this.port = port;
    this.#child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: `${port}`, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const output of [this.#child.stdout, this.#child.stderr]) {
      output?.on("data", (chunk: Buffer) => {
        this.#printed = (this.#printed + chunk.toString("utf8")).slice(-20_000);
      });
    }
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The end of what the process has printed. */
  get printed(): string {
    return this.#printed;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Processor time of all its threads so far, user and system, in seconds. */
  async cpuSeconds(): Promise<number> {
    const stat = await readFile(`/proc/${this.#child.pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND; // utime, stime
  }

  /** Memory that it holds now, in kB. */
  async residentKb(): Promise<number> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]);
  }

  /** Memory after a forced collection, in kB: resident, and what the program itself holds. */
  async settledMemory(): Promise<{ residentKb: number; heldKb: number }> {
    const told = new Promise<NodeJS.MemoryUsage>((resolve) => {
      // attend.mjs sends this and nothing else.
      this.#child.once("message", (message) => resolve(message as NodeJS.MemoryUsage));
    });
    this.#child.send("memory");
    const { heapUsed, external } = await told;
    return { residentKb: await this.residentKb(), heldKb: (heapUsed + external) / 1_024 };
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** As `kill`, without waiting for the end. */
  killAtOnce(): void {
    this.#child.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #ready(path: string): Promise<void> {
    const deadline = performance.now() + START_MAX_MS;
    while (performance.now() < deadline && this.isRunning) {
      const answer = await fetch(this.origin + path).catch(() => undefined); // not listening yet
      if (answer?.ok) return;
      await pause(25);
    }
    await this.kill();
    throw new Error(`the server did not start:\n${this.#printed}`);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning) return;
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill(signal);
    const cut = setTimeout(() => this.#child.kill("SIGKILL"), STOP_MAX_MS);
    await gone;
    clearTimeout(cut);
  }
}
