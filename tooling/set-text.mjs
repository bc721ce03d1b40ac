// node tooling/set-text.mjs KEY "Nederlands" "English" [KEY "Nederlands" "English" …]
// Adds or changes texts in both catalogues and keeps the keys sorted. Messages are ICU MessageFormat.
import { readFileSync, writeFileSync } from "node:fs";

const args = process.argv.slice(2);
if (args.length === 0 || args.length % 3 !== 0) {
  console.error('usage: node tooling/set-text.mjs KEY "Nederlands" "English" [… …]');
  process.exit(1);
}
for (const [offset, locale] of ["nl", "en"].entries()) {
  const file = new URL(`../packages/contract/src/texts/${locale}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, "utf8"));
  for (let i = 0; i < args.length; i += 3) texts[args[i]] = args[i + 1 + offset];
  const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
