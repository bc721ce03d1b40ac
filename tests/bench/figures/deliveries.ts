import { Histogram } from "./histogram.ts";

/** When each edit was written, and how long it took to each receiver. */
export class Deliveries {
  readonly latency = new Histogram();
  /** Edits that count, and how often they arrived somewhere. */
  sent = 0;
  arrived = 0;
  readonly #sentAt: Float64Array;
  #isCounting = false;

  /** @param capacity edits that can be numbered */
  constructor(capacity: number) {
    this.#sentAt = new Float64Array(capacity);
  }

  /** What is sent from now on counts; what came before was to warm up. */
  startCounting(): void {
    this.#isCounting = true;
  }

  stopCounting(): void {
    this.#isCounting = false;
  }

  note(edit: number): void {
    if (!this.#isCounting) return;
    this.#sentAt[edit] = performance.now();
    this.sent += 1;
  }

  arrive(edits: readonly number[]): void {
    if (edits.length === 0) return;
    const now = performance.now();
    for (const edit of edits) {
      const sentAt = this.#sentAt[edit];
      if (sentAt === undefined || sentAt === 0) continue; // warming up
      this.latency.add(now - sentAt);
      this.arrived += 1;
    }
  }
}
