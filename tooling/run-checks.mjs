// What `npm test` runs: everything that must hold, in order, until something does not. `--static` runs
// only what needs no test. Closes with the time of each step and, as the last line, the counts of tests.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { countsLine, readCounts } from "./test-counts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "hefboom-checks-"));
const unitReport = join(reports, "vitest.json");
const chaosReport = join(reports, "chaos.json");
const e2eReport = join(reports, "playwright.json");

const staticSteps = [
  { name: "types", command: "tsc -b" },
  { name: "format and lint", command: "biome ci --error-on-warnings" },
  { name: "dead code", command: "knip" },
  { name: "boundaries", command: "node tooling/check-boundaries.mjs" },
  { name: "compose file", command: "dclint --max-warnings 0 docker-compose.yml" },
  { name: "Dockerfile", command: "dockerfile-utils lint Dockerfile" },
];
const testSteps = [
  {
    name: "unit and integration",
    command: vitest(unitReport, "web", "node"),
    report: ["vitest", unitReport],
  },
  {
    name: "hold, the fast rows",
    command: vitest(chaosReport, "chaos"),
    report: ["vitest", chaosReport],
  },
  { name: "build", command: "npm run build" },
  { name: "size", command: "node tooling/phone-size.mjs && size-limit" },
  {
    name: "end to end",
    command: "npm run e2e -w @hefboom/tests -- --project=e2e --reporter=list,json",
    report: ["playwright", e2eReport],
  },
];

const isStatic = process.argv.includes("--static");
const done = [];
try {
  for (const step of isStatic ? staticSteps : [...staticSteps, ...testSteps]) {
    done.push(await run(step));
    if (!done.at(-1).isPassed) break;
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}
printTable(done);
if (!isStatic) console.log(countsLine(done));
if (!done.every(({ isPassed }) => isPassed)) process.exitCode = 1;

function vitest(report, ...projects) {
  const chosen = projects.map((project) => `--project=${project}`).join(" ");
  return `vitest run ${chosen} --reporter=default --reporter=json --outputFile.json=${report}`;
}

async function run({ name, command, report }) {
  console.log(`\n── ${name}: ${command}`);
  const start = performance.now();
  const isPassed = (await exitCodeOf(command)) === 0;
  const counts = report === undefined ? undefined : readCounts(...report);
  return { name, isPassed, counts, seconds: (performance.now() - start) / 1_000 };
}

/** A shell, because npm and the tools are scripts of another kind on Windows; no word of a command comes from outside. */
function exitCodeOf(command) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport };
  const child = spawn(command, { cwd: root, env, shell: true, stdio: "inherit" });
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function printTable(steps) {
  console.log("");
  for (const { name, isPassed, counts, seconds } of steps) {
    const tests = counts === undefined ? "" : `${counts.passed + counts.failed} tests`;
    const state = isPassed ? "ok" : "FAILED";
    console.log(
      `${name.padEnd(22)}${state.padEnd(8)}${seconds.toFixed(1).padStart(6)} s  ${tests}`.trimEnd(),
    );
  }
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  console.log(`${"all".padEnd(30)}${total.toFixed(1).padStart(6)} s`);
}
