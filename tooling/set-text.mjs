// node tooling/set-text.mjs [--to staff] KEY "Nederlands" "English" [KEY "Nederlands" "English" …]
// Adds or changes texts in every language and keeps the keys sorted. Messages are ICU MessageFormat.
// A text goes to where the others of its first word are; one with a new first word to `participant`, which every phone
// loads, or to the part after `--to` (docs/adr/0018-catalogues-by-audience.md).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const EVERYBODY = "participant";
const locales = ["nl", "en"];

/** Writes `texts`, each `[key, dutch, english]`, into the catalogues in `folder`. Returns the part that each key is in. */
export function setTexts(folder, texts, newIn = EVERYBODY) {
  const parts = readdirSync(join(folder, "nl")).map((file) => file.replace(".json", ""));
  if (!parts.includes(newIn))
    throw new RangeError(`no part ${newIn}; there are ${parts.join(", ")}`);
  const homes = new Map(); // first words by the part they are in
  for (const part of parts) {
    for (const key of Object.keys(read(folder, "nl", part))) homes.set(firstWord(key), part);
  }
  const placed = texts.map(([key]) => homes.get(firstWord(key)) ?? newIn);
  for (const [offset, locale] of locales.entries()) {
    for (const part of new Set(placed)) {
      const all = read(folder, locale, part);
      for (const [i, text] of texts.entries()) {
        if (placed[i] === part) all[text[0]] = text[offset + 1];
      }
      write(folder, locale, part, all);
    }
  }
  return placed;
}

const firstWord = (key) => key.split(".")[0];

function read(folder, locale, part) {
  return JSON.parse(readFileSync(join(folder, locale, `${part}.json`), "utf8"));
}

function write(folder, locale, part, texts) {
  const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(folder, locale, `${part}.json`), `${JSON.stringify(sorted, null, 2)}\n`);
}

function main(args) {
  const newIn = args[0] === "--to" ? args.splice(0, 2)[1] : EVERYBODY;
  if (args.length === 0 || args.length % 3 !== 0) {
    console.error('usage: node tooling/set-text.mjs [--to PART] KEY "Nederlands" "English" [… …]');
    process.exit(1);
  }
  const texts = Array.from({ length: args.length / 3 }, (_, i) => args.slice(3 * i, 3 * i + 3));
  const folder = fileURLToPath(new URL("../packages/contract/src/texts/", import.meta.url));
  const placed = setTexts(folder, texts, newIn);
  for (const [i, [key]] of texts.entries()) console.log(`${placed[i]}: ${key}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
