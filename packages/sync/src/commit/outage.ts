/** How long until it is tried again whether something can be stored, in ms. */
const PROBE_MS = 2_000;

/** A time in which a board cannot be stored: it is read-only, and nothing is tried, until a probe was written. */
export class Outage {
  readonly #probe: () => Promise<void>;
  #timer: unknown;

  /** @param probe resolves when something could be stored, rejects when not */
  constructor(probe: () => Promise<void>) {
    this.#probe = probe;
  }

  get isOn(): boolean {
    return this.#timer !== undefined;
  }

  begin(): void {
    this.#timer ??= setTimeout(() => void this.#try(), PROBE_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #try(): Promise<void> {
    const timer = this.#timer;
    const isOver = await this.#probe().then(
      () => true,
      () => false, // still the same trouble, which was reported when it began
    );
    if (this.#timer !== timer) return; // ended meanwhile
    this.#timer = undefined;
    if (!isOver) this.begin();
  }
}
