// What `npm run test:hold` runs: the long rows of what must hold under load, faults and hostile clients, one file
// after another and bounded in time. Closes with a table of what each row measured. Words behind the command choose
// files, as Vitest does: `npm run test:hold -- wire`.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { holdTable, readFigures, readVerdicts } from "./hold-table.mjs";

const RUN_MAX_MS = 29 * 60_000;

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hefboom-hold-"));
const report = join(folder, "vitest.json");
const figures = join(folder, "figures.jsonl");
try {
  const code = await runVitest(process.argv.slice(2));
  console.log(`\n${holdTable(readFigures(figures), readVerdicts(report))}`);
  process.exitCode = code;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A group of its own, so that the end of the time ends its servers and workers too. */
function runVitest(files) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const child = spawn("vitest", ["run", "--project=hold", ...reporters, ...files], {
    cwd: root,
    env: { ...process.env, PATH: path, HOLD_FIGURES: figures },
    shell: process.platform === "win32", // npm's commands are scripts of another kind there
    stdio: "inherit",
    detached: process.platform !== "win32",
  });
  const end = (signal) => {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  };
  const timer = setTimeout(() => {
    console.error(`\nstopped: longer than ${RUN_MAX_MS / 60_000} minutes`);
    end("SIGKILL");
  }, RUN_MAX_MS);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => end(signal));
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}
