import { Canary } from "../../support/people/canary.ts";
import { quantile } from "../../support/quantile.ts";
import { TestServer } from "../../support/test-server.ts";

export interface Seen {
  /** Longest wait of the canary in the server under attack, in ms. */
  longestMs: number;
  /** Longest wait of an equal canary in a server that nobody attacks, at the same time: so slow is the machine itself. */
  quietMs: number;
  /** What the attack alone costs: the one less the other. */
  excessMs: number;
  /** The same of 99 in 100 waits. */
  excessP99Ms: number;
  /** The same of 99 in 100 answers of `GET /healthz`. */
  excessHealthP99Ms: number;
  faults: number;
}

/** Watches a server under attack with a canary, beside another one in a server of its own. */
export class Watch implements AsyncDisposable {
  readonly #canary: Canary;
  readonly #quiet: Canary;
  readonly #quietServer: TestServer;

  static async start(server: TestServer): Promise<Watch> {
    const quietServer = await TestServer.start();
    const canaries = await Promise.all([Canary.start(server), Canary.start(quietServer)]);
    return new Watch(quietServer, ...canaries);
  }

  private constructor(quietServer: TestServer, canary: Canary, quiet: Canary) {
    this.#quietServer = quietServer;
    this.#canary = canary;
    this.#quiet = quiet;
  }

  async stop(): Promise<Seen> {
    const [under, quiet] = await Promise.all([this.#canary.stop(), this.#quiet.stop()]);
    const longestMs = quantile(under.waitedMs, 1);
    const quietMs = quantile(quiet.waitedMs, 1);
    return {
      longestMs,
      quietMs,
      excessMs: longestMs - quietMs,
      excessP99Ms: quantile(under.waitedMs, 0.99) - quantile(quiet.waitedMs, 0.99),
      excessHealthP99Ms: quantile(under.healthMs, 0.99) - quantile(quiet.healthMs, 0.99),
      faults: under.faults,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#canary[Symbol.asyncDispose]();
    await this.#quiet[Symbol.asyncDispose]();
    await this.#quietServer[Symbol.asyncDispose]();
  }
}

/** For the table: the longest wait beside its bound and the quiet server's. */
export function inWords({ longestMs, quietMs }: Seen, maxMs: number): string {
  return `${longestMs.toFixed(0)} ms (< ${maxMs} + ${quietMs.toFixed(0)} of a quiet server)`;
}
