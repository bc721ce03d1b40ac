// Checks the directions of imports (.dependency-cruiser.cjs). Fails as well when a source file was not read:
// without the right TypeScript dependency-cruiser reads nothing and calls that a success.
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const rooms = ["packages", "apps", "tests"];
const options = await extractDepcruiseOptions("./.dependency-cruiser.cjs");
const { output } = await cruise(rooms, options);
const { modules, summary } = output;

const read = new Set(modules.map(({ source }) => source));
const files = globSync("{packages,apps,tests}/**/*.{ts,tsx}", {
  exclude: (path) => /(^|\/)(node_modules|dist|\.tsbuild)$/.test(path),
}).filter((path) => !path.endsWith(".d.ts"));
const unread = files.filter((path) => !read.has(path));

for (const { rule, from, to } of summary.violations) {
  console.error(`${rule.severity} ${rule.name}: ${from} → ${to}`);
}
for (const path of unread) console.error(`error not read: ${path}`);
console.log(
  `boundaries: ${files.length - unread.length} of ${files.length} source files read, ` +
    `${summary.totalDependenciesCruised} imports, ${summary.violations.length} violations`,
);
if (files.length === 0 || unread.length > 0 || summary.error > 0) process.exitCode = 1;
