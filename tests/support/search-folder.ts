import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Files of a folder in which the bytes of `word` stand, as UTF-8 or as UTF-16. */
export async function filesWith(folder: string, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (bytes.includes(word, 0, "utf8") || bytes.includes(word, 0, "utf16le")) found.push(path);
  }
  return found;
}
