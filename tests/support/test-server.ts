import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "./free-port.ts";
import { pause } from "./until.ts";

const MAIN = new URL("../../apps/server/src/main.ts", import.meta.url);
const START_MAX_MS = 30_000;
const STOP_MAX_MS = 15_000;

type Environment = Record<string, string>;

/** The real server as a process of its own, on loopback, with a data folder that goes when the test is over. */
export class TestServer implements AsyncDisposable {
  readonly port: number;
  readonly dataDir: string;
  readonly organiserKey = "sleutel-van-de-organisator-in-de-proef";
  readonly #environment: Environment;
  #child: ChildProcess | undefined;
  #printed = "";

  static async start(environment: Environment = {}): Promise<TestServer> {
    const dataDir = await mkdtemp(join(tmpdir(), "hefboom-e2e-"));
    const server = new TestServer(await freePort(), dataDir, environment);
    await server.up();
    return server;
  }

  private constructor(port: number, dataDir: string, environment: Environment) {
    this.port = port;
    this.dataDir = dataDir;
    this.#environment = environment;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything the process has printed since it was started. */
  get printed(): string {
    return this.#printed;
  }

  async up(): Promise<void> {
    this.#printed = "";
    const child = spawn(process.execPath, [MAIN.pathname], {
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: "127.0.0.1",
        DATA_DIR: this.dataDir,
        ORGANISER_KEY: this.organiserKey,
        SAMPLE: "0",
        LOG_LEVEL: "warn",
        ...this.#environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const print = (chunk: Buffer) => {
      this.#printed += chunk.toString("utf8");
    };
    child.stdout.on("data", print);
    child.stderr.on("data", print);
    this.#child = child;
    await this.#ready(child);
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Asks the process to stop. @returns its exit code */
  async stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end("SIGKILL");
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #ready(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + START_MAX_MS;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) break;
      const answer = await fetch(`${this.origin}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(50);
    }
    child.kill("SIGKILL");
    throw new Error(`the server did not start:\n${this.#printed}`);
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    const cut = setTimeout(() => child.kill("SIGKILL"), STOP_MAX_MS);
    const code = await gone;
    clearTimeout(cut);
    return code;
  }
}
