/** Below this, in ms, a bucket is 0.02 ms wide; above it 10 ms. */
const FINE_BELOW_MS = 1_000;
const FINE_PER_MS = 50;
const COARSE_MS = 10;
const COARSE_BUCKETS = 12_000;
const FINE_BUCKETS = FINE_BELOW_MS * FINE_PER_MS;

/** Times in ms, counted in buckets: millions of them cost no memory. */
export class Histogram {
  count = 0;
  readonly #buckets = new Uint32Array(FINE_BUCKETS + COARSE_BUCKETS);

  add(ms: number): void {
    const bucket =
      ms < FINE_BELOW_MS
        ? Math.max(0, Math.floor(ms * FINE_PER_MS))
        : Math.min(
            FINE_BUCKETS + COARSE_BUCKETS - 1,
            FINE_BUCKETS + Math.floor((ms - FINE_BELOW_MS) / COARSE_MS),
          );
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    this.count += 1;
  }

  /** Upper edge of the bucket in which this part (0 to 1) is reached, in ms; NaN without times. */
  quantile(part: number): number {
    if (this.count === 0) return Number.NaN;
    const rank = Math.max(1, Math.ceil(part * this.count));
    let seen = 0;
    for (const [bucket, count] of this.#buckets.entries()) {
      seen += count;
      if (seen >= rank) return upperEdge(bucket);
    }
    return Number.NaN;
  }
}

function upperEdge(bucket: number): number {
  if (bucket < FINE_BUCKETS) return (bucket + 1) / FINE_PER_MS;
  return FINE_BELOW_MS + (bucket - FINE_BUCKETS + 1) * COARSE_MS;
}
