import type { BenchOptions } from "../options.ts";
import type { PeerName } from "../servers/bench-server.ts";

/** Servers whose ratio to ours is binding are measured in every run; the others are on record. */
const RECORD_RUNS = 2;

interface Interleaving {
  options: BenchOptions;
  /** Measured in every run. */
  binding: readonly PeerName[];
  /** Measured in the first two. */
  record: readonly PeerName[];
  /** No further run is begun that would end later than this, in minutes; one there always is. */
  budgetMinutes: number;
}

/** Measures one server after the other, again and again, so that a machine that grows slower is slower for all. */
export async function interleave<T>(
  { options, binding, record, budgetMinutes }: Interleaving,
  measure: (peer: PeerName) => Promise<readonly T[]>,
): Promise<Map<PeerName, T[]>> {
  const found = new Map<PeerName, T[]>();
  const startedAt = performance.now();
  const budgetMs = budgetMinutes * 60_000;
  for (let run = 0; run < options.runs; run += 1) {
    const elapsedMs = performance.now() - startedAt;
    if (run > 0 && elapsedMs + elapsedMs / run > budgetMs) break;
    const peers = run < RECORD_RUNS ? [...binding, ...record] : binding;
    for (const peer of peers.filter((name) => options.peers?.includes(name) ?? true)) {
      found.set(peer, [...(found.get(peer) ?? []), ...(await measure(peer))]);
    }
  }
  return found;
}
