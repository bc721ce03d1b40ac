import { appendFileSync, existsSync, readFileSync } from "node:fs";

import type { Erasure } from "./erasure-store.ts";

/** Adds one line, synced to disk: the list must outlive the database, for the day that a copy takes its place. */
export function rememberErasure(path: string, erasure: Erasure): void {
  appendFileSync(path, `${JSON.stringify(erasure)}\n`, { mode: 0o600, flush: true });
}

/** What was erased in this folder, oldest first. A last line that a power cut left half-written was never answered. */
export function rememberedErasures(path: string): Erasure[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => parseLine(line) ?? []);
}

function parseLine(line: string): Erasure | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
