import { type FetchedState, toReplica } from "./fetched-state.ts";
import type { ReplicaKeeper } from "./replica-keeper.ts";
import type { StoredReplica } from "./replica-store.ts";

/**
 * Where an empty replica gets its content before the socket opens: from this device, else from the server's `state`.
 *
 * What comes from here stays out of sight until the server has named the same epoch in its first message: words that
 * were erased meanwhile, here or in an answer kept by a proxy, are dropped before anybody sees them.
 */
export class ReplicaSource {
  readonly #keeper: ReplicaKeeper;
  readonly #fetchState: (() => Promise<FetchedState>) | undefined;

  constructor(keeper: ReplicaKeeper, fetchState: (() => Promise<FetchedState>) | undefined) {
    this.#keeper = keeper;
    this.#fetchState = fetchState;
  }

  /** Whether there is anything to wait for. */
  get isThere(): boolean {
    return this.#keeper.isStoring || this.#fetchState !== undefined;
  }

  /** `undefined` when there is none: the socket brings everything then. Never rejects. */
  async content(): Promise<StoredReplica | undefined> {
    return (await this.#keeper.load()) ?? (await this.#fetched());
  }

  async #fetched(): Promise<StoredReplica | undefined> {
    try {
      const state = await this.#fetchState?.();
      if (state === undefined) return undefined;
      const replica = toReplica(state);
      this.#keeper.begin(replica);
      return replica;
    } catch {
      return undefined; // no network, or a server in trouble: the socket tries and backs off
    }
  }
}
