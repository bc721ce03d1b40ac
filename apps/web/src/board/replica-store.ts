import { newId } from "@hefboom/board";
import type { ReplicaChunk, ReplicaStore, ReplicaVersion, StoredReplica } from "@hefboom/client";
import { createStore, promisifyRequest, type UseStore } from "idb-keyval";

/** What is known of a stored replica besides its chunks. */
interface Head {
  /** Of the page that began it. */
  readonly id: string;
  readonly count: number;
  readonly epoch: number;
  readonly seq: number;
}

/** The confirmed replica of one person on one board, in IndexedDB: a head, and its chunks one by one. */
export class IdbReplicaStore implements ReplicaStore {
  readonly #key: string;
  readonly #database: UseStore = createStore("hefboom-replica", "replica");

  constructor({ boardId, personId }: { boardId: string; personId: string }) {
    this.#key = `${boardId}:${personId}`;
  }

  load(): Promise<{ version: ReplicaVersion; replica: StoredReplica } | undefined> {
    return this.#database("readonly", async (store) => {
      const found = promisifyRequest<ReplicaChunk[]>(store.getAll(this.#chunks()));
      const head = await promisifyRequest<Head | undefined>(store.get(this.#key));
      const chunks = await found;
      if (head === undefined || chunks.length !== head.count) return undefined;
      const { epoch, seq } = head;
      return { version: versionOf(head), replica: { epoch, seq, chunks } };
    });
  }

  replace({ epoch, seq, chunks }: StoredReplica): Promise<ReplicaVersion> {
    return this.#database("readwrite", async (store) => {
      const head: Head = { id: newId(), count: chunks.length, epoch, seq };
      store.delete(this.#chunks());
      for (const [index, chunk] of chunks.entries()) store.put(chunk, this.#chunkKey(index));
      store.put(head, this.#key);
      store.transaction.commit?.(); // at once: the page may be going
      await promisifyRequest(store.transaction);
      return versionOf(head);
    });
  }

  append(
    version: ReplicaVersion,
    { seq, chunk }: { seq: number; chunk: ReplicaChunk },
  ): Promise<ReplicaVersion | undefined> {
    return this.#database("readwrite", async (store) => {
      const head = await promisifyRequest<Head | undefined>(store.get(this.#key));
      if (head === undefined || versionOf(head) !== version) return undefined;
      const next: Head = { ...head, count: head.count + 1, seq };
      store.put(chunk, this.#chunkKey(head.count));
      store.put(next, this.#key);
      await promisifyRequest(store.transaction);
      return versionOf(next);
    });
  }

  drop(): Promise<void> {
    return this.#database("readwrite", async (store) => {
      store.delete(this.#chunks());
      store.delete(this.#key);
      await promisifyRequest(store.transaction);
    });
  }

  /** Digits sort as numbers do when all are as long. */
  #chunkKey(index: number): string {
    return `${this.#key}:${String(index).padStart(8, "0")}`;
  }

  #chunks(): IDBKeyRange {
    return IDBKeyRange.bound(`${this.#key}:`, `${this.#key};`, false, true);
  }
}

const versionOf = ({ id, count }: Head): ReplicaVersion => `${id}.${count}`;
