// node tooling/phone-size.mjs: what a phone loads before it shows a board, of the build in apps/web/dist.
// That is all that index.html and the participants' page import without waiting, and the texts in one language. What
// comes when the page is idle, or when it is used, is printed but does not count.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMITS = { scripts: 145_000, styles: 14_000 }; // bytes; the goal for scripts is 65,000
const ENTRY = "index.html";
const PAGE = "src/app/pages/board-page.tsx";
const TEXTS = /\/texts\/[a-z-]+\/participant\.json$/;
const dist = new URL("../apps/web/dist/", import.meta.url);

/** Keys of the manifest's chunks that `keys` import without waiting, themselves among them. */
export function importedBy(manifest, keys, found = new Set()) {
  for (const key of keys) {
    if (found.has(key)) continue;
    if (manifest[key] === undefined) throw new Error(`the build has no ${key}`);
    found.add(key);
    importedBy(manifest, manifest[key].imports ?? [], found);
  }
  return found;
}

/** Files that the page loads `first`, and those of its parts that it may load `later`, or never. */
export function phoneFiles(manifest, sizeOf) {
  const texts = Object.keys(manifest).filter((key) => TEXTS.test(key));
  if (texts.length === 0) throw new Error("the build has no texts of participants");
  const largest = texts.reduce((a, b) =>
    sizeOf(manifest[a].file) > sizeOf(manifest[b].file) ? a : b,
  );
  const first = importedBy(manifest, [ENTRY, PAGE, largest]);
  const all = new Set(first);
  for (const key of all) {
    // The entry's are the other pages.
    const lazy = key === ENTRY ? [] : (manifest[key].dynamicImports ?? []);
    for (const each of importedBy(manifest, lazy)) all.add(each);
  }
  const firstFiles = filesOf(manifest, first);
  const later = filesOf(manifest, all).filter((file) => !firstFiles.includes(file));
  return { first: firstFiles, later };
}

function filesOf(manifest, keys) {
  return [
    ...new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])])),
  ];
}

const gzipped = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
const inKb = (bytes) => `${(bytes / 1_000).toFixed(1).padStart(7)} kB`;

function print(title, files) {
  const sum = files.reduce((total, file) => total + gzipped(file), 0);
  console.log(`${inKb(sum)}  ${title}`);
  for (const file of files) console.log(`${inKb(gzipped(file))}    ${file}`);
  return sum;
}

function main() {
  const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
  const { first, later } = phoneFiles(manifest, gzipped);
  const kinds = { scripts: /\.js$/, styles: /\.css$/ };
  for (const [kind, ending] of Object.entries(kinds)) {
    const limit = LIMITS[kind];
    const files = first.filter((file) => ending.test(file));
    const sum = print(`${kind} that a phone loads first, of at most ${limit / 1_000}`, files);
    if (sum <= limit) continue;
    console.error(`${kind}: ${sum - limit} bytes too much`);
    process.exitCode = 1;
  }
  print("later, when it is idle or uses them (not counted)", later);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
