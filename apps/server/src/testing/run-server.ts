import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
/** Starting a process on a busy machine takes a while. */
const START_MS = 15_000;

/** A folder of its own that goes when the test ends. */
export function temporaryFolder(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), "hefboom-main-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}
export interface RunningServer extends AsyncDisposable {
  readonly pid: number;
  /** What was printed so far. */
  stdout(): string;
  /** `http://127.0.0.1:PORT`, from what was printed. */
  base(): string;
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts the program as a user does, on loopback, and waits until it says that it runs. */
export async function startServer(environment: Record<string, string>): Promise<RunningServer> {
  const run = spawnNode([MAIN], environment);
  await Promise.race([run.printed("Ctrl-C stops it."), run.ended]);
  return {
    pid: run.child.pid ?? 0,
    stdout: run.stdout,
    base: () => /http:\/\/127\.0\.0\.1:\d+/.exec(run.stdout())?.[0] ?? "",
    stop(signal) {
      run.child.kill(signal);
      return run.ended;
    },
    async [Symbol.asyncDispose]() {
      run.child.kill("SIGKILL");
      await run.ended;
    },
  };
}

/** Starts the program with nobody to read what it prints, as after `| head`. */
export function startUnread(environment: Record<string, string>) {
  const run = spawnNode([MAIN], environment);
  run.child.stdout?.destroy();
  return {
    stop(signal: NodeJS.Signals) {
      run.child.kill(signal);
      return run.ended;
    },
  };
}

/** Runs the program until it ends by itself. */
export async function runToEnd(
  environment: Record<string, string>,
  args: string[] = [MAIN],
): Promise<Ended> {
  const run = spawnNode(args, environment);
  const timer = setTimeout(() => run.child.kill("SIGKILL"), START_MS);
  const ended = await run.ended;
  clearTimeout(timer);
  return ended;
}

function spawnNode(args: string[], environment: Record<string, string>) {
  const env = { HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "warn", ...environment };
  const child: ChildProcess = spawn(process.execPath, args, { env });
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => {
    stdout += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    stderr += String(chunk);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  const printed = (text: string) =>
    new Promise<void>((resolve) => {
      child.stdout?.on("data", () => stdout.includes(text) && resolve());
    });
  return { child, ended, printed, stdout: () => stdout };
}
