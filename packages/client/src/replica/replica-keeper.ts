import type { ReplicaStore, ReplicaVersion, StoredReplica } from "./replica-store.ts";

/** Written when nothing has come for this long … */
const QUIET_MS = 2_000;
/** … or, in a busy room, this long after the first that is not written yet. */
const LONGEST_MS = 10_000;
/** A tail longer than this, and than what it follows, costs more to read than the server's fresh state. */
const TAIL_MAX_BYTES = 1_000_000;
/** Storage that does not answer within this time is gone without. */
const LOAD_TIMEOUT_MS = 2_000;

/**
 * Keeps on this device what the server has sent, as it was sent: first the state, then what came by the socket. What is
 * stored never claims a place in the log that its content has not reached.
 */
export class ReplicaKeeper {
  readonly #store: ReplicaStore | undefined;
  readonly #now: () => number;
  /** "off": storage failed, or another page keeps the replica. */
  #mode: "on" | "off";
  #version: ReplicaVersion | undefined;
  /** What the next write stores instead of what is there. */
  #base: StoredReplica | undefined;
  #reached: { epoch: number; seq: number } | undefined;
  #tail: Uint8Array[] = [];
  #bytes = { base: 0, tail: 0 };
  /** Which replica this is: the next one begins when this one is dropped. */
  #generation = 0;
  #firstAt = 0;
  #lastAt = 0;
  #timer: unknown;
  /** Writes follow one another. */
  #writing: Promise<void> = Promise.resolve();

  constructor(store: ReplicaStore | undefined, now: () => number) {
    this.#store = store;
    this.#now = now;
    this.#mode = store === undefined ? "off" : "on";
  }

  get isStoring(): boolean {
    return this.#mode === "on";
  }

  /** @returns what is stored; `undefined` when there is nothing, or storage is denied. Never rejects. */
  async load(): Promise<StoredReplica | undefined> {
    if (this.#store === undefined || !this.isStoring) return undefined;
    await this.#writing;
    const stored = await Promise.race([loadFrom(this.#store), late()]);
    if (stored === "denied") this.#mode = "off";
    if (stored === undefined || stored === "denied") return undefined;
    this.#version = stored.version;
    this.#bytes = { base: sizeOf(stored.replica), tail: 0 };
    return stored.replica;
  }

  /** The replica was filled anew with this. */
  begin(replica: StoredReplica): void {
    this.#forget();
    this.#base = replica;
    this.#bytes = { base: sizeOf(replica), tail: 0 };
    this.#reached = replica;
    this.#plan();
  }

  /** The socket brought this. */
  add(update: Uint8Array): void {
    if (!this.isStoring) return;
    this.#tail.push(update);
    this.#bytes.tail += update.byteLength;
  }

  /** Everything added up to now makes the replica one of this place in the log. */
  reached(reached: { epoch: number; seq: number }): void {
    if (!this.isStoring) return;
    this.#reached = reached;
    if (this.#tail.length > 0) this.#plan();
  }

  /** Writes what is not written yet. Never rejects. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** The replica is worth nothing any more; the next one begins anew. Never rejects. */
  drop(): Promise<void> {
    this.#forget();
    this.#writing = this.#writing.then(async () => {
      try {
        await this.#store?.drop();
      } catch {
        this.#mode = "off";
      }
    });
    return this.#writing;
  }

  #forget(): void {
    this.#generation += 1;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#version = undefined;
    this.#base = undefined;
    this.#reached = undefined;
    this.#tail = [];
    this.#bytes = { base: 0, tail: 0 };
  }

  #plan(): void {
    if (!this.isStoring) return;
    this.#lastAt = this.#now();
    if (this.#timer !== undefined) return;
    this.#firstAt = this.#lastAt;
    this.#timer = setTimeout(() => this.#due(), QUIET_MS);
  }

  #due(): void {
    const now = this.#now();
    const dueAt = Math.min(this.#lastAt + QUIET_MS, this.#firstAt + LONGEST_MS);
    if (dueAt > now) this.#timer = setTimeout(() => this.#due(), dueAt - now);
    else void this.flush();
  }

  async #write(): Promise<void> {
    const reached = this.#reached;
    if (this.#store === undefined || !this.isStoring || reached === undefined) return;
    const isOutgrown = this.#bytes.tail > Math.max(TAIL_MAX_BYTES, this.#bytes.base);
    try {
      if (isOutgrown) await this.#stopWith(() => this.#store?.drop());
      else await this.#writeTail(this.#store, reached);
    } catch {
      await this.#stopWith(() => undefined); // denied or full: the next start asks the server
    }
  }

  async #writeTail(store: ReplicaStore, { epoch, seq }: Reached): Promise<void> {
    const chunk = { format: "v1", updates: this.#tail } as const;
    const base = this.#base;
    const version = this.#version;
    const generation = this.#generation;
    if (base === undefined && chunk.updates.length === 0) return;
    this.#tail = [];
    this.#base = undefined;
    const isNew = base !== undefined || version === undefined;
    const stored = isNew
      ? await store.replace({ epoch, seq, chunks: [...(base?.chunks ?? []), chunk] })
      : await store.append(version, { seq, chunk });
    if (generation !== this.#generation) return;
    if (stored === undefined) await this.#stopWith(() => undefined);
    else this.#version = stored;
  }

  async #stopWith(last: () => Promise<void> | undefined): Promise<void> {
    this.#mode = "off";
    this.#forget();
    await last();
  }
}

async function loadFrom(store: ReplicaStore) {
  try {
    return await store.load();
  } catch {
    return "denied" as const;
  }
}

function late(): Promise<"denied"> {
  return new Promise((resolve) => {
    setTimeout(() => resolve("denied"), LOAD_TIMEOUT_MS);
  });
}

type Reached = { readonly epoch: number; readonly seq: number };

function sizeOf({ chunks }: StoredReplica): number {
  let bytes = 0;
  for (const { updates } of chunks) for (const update of updates) bytes += update.byteLength;
  return bytes;
}
