interface TickOptions {
  run: () => Promise<void> | void;
  /** Least time from one run's begin to the next one's, in ms. */
  restMs: () => number;
}

/**
 * Runs something at once when it was quiet, and under load once every `restMs`, so that what comes in meanwhile goes
 * together. Between two runs the event loop always has its turn.
 */
export class Tick {
  readonly #options: TickOptions;
  #state: "quiet" | "busy" | "due" = "quiet";
  #running: Promise<void> = Promise.resolve();

  constructor(options: TickOptions) {
    this.#options = options;
  }

  /** There is something to run for. */
  nudge(): void {
    if (this.#state !== "quiet") {
      this.#state = "due";
      return;
    }
    this.#state = "due";
    this.#running = this.#go();
  }

  /** Resolves when nothing is due or running. */
  idle(): Promise<void> {
    return this.#running;
  }

  async #go(): Promise<void> {
    await Promise.resolve(); // what arrives in this very turn belongs to the first run
    try {
      while (this.#state === "due") {
        this.#state = "busy";
        const endsAt = performance.now() + this.#options.restMs(); // its timer is made once nobody waits for the run
        await this.#options.run();
        await pause(endsAt - performance.now());
      }
    } finally {
      this.#state = "quiet"; // also when a run threw: the next nudge runs again
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
