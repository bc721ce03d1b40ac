import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk for one data folder that can be filled to the last byte while a server uses it, and emptied again. */
export interface SmallDisk extends Disposable {
  /** How it is done on this machine, for the figures. */
  readonly kind: "a small tmpfs" | "a limit on file sizes";
  readonly dataDir: string;
  fill(): void;
  makeRoom(): void;
}

const SIZE_BYTES = 12 * 1_048_576;
const PAGE = new Uint8Array(4_096);

/** A file system in memory where this user may mount one, else a limit on what the server's process may write. */
export function smallDisk(): SmallDisk {
  const dataDir = mkdtempSync(join(tmpdir(), "hefboom-disk-"));
  return run("mount", "-t", "tmpfs", "-o", `size=${SIZE_BYTES}`, "tmpfs", dataDir)
    ? mounted(dataDir)
    : limited(dataDir);
}

function mounted(dataDir: string): SmallDisk {
  const filler = join(dataDir, "filler");
  return {
    kind: "a small tmpfs",
    dataDir,
    fill: () => writeUntilFull(filler),
    makeRoom: () => rmSync(filler, { force: true }),
    [Symbol.dispose]() {
      run("umount", dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Node ignores the signal that comes with this limit, so that a write fails as it does on a full disk. */
function limited(dataDir: string): SmallDisk {
  const limit = (most: string) => {
    const running = readFileSync(join(dataDir, "running.json"), "utf8");
    const { pid } = JSON.parse(running) as { pid: number }; // as the server wrote it
    const isSet = run("prlimit", "--pid", String(pid), `--fsize=${most}:unlimited`);
    if (!isSet) throw new Error("neither mount nor prlimit works here: no disk can be filled");
  };
  return {
    kind: "a limit on file sizes",
    dataDir,
    fill: () => limit("0"),
    makeRoom: () => limit("unlimited"),
    [Symbol.dispose]: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

function writeUntilFull(path: string): void {
  const file = openSync(path, "w");
  try {
    for (let written = 0; written <= SIZE_BYTES; written += PAGE.byteLength) writeSync(file, PAGE);
    throw new Error("the disk is larger than it was made");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    closeSync(file);
  }
}

/** @returns whether the command did what it was told */
function run(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false; // not there, or not allowed
  }
}
