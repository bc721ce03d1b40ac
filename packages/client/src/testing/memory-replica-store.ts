import type {
  ReplicaChunk,
  ReplicaStore,
  ReplicaVersion,
  StoredReplica,
} from "../replica/replica-store.ts";

/** Keeps a replica as IndexedDB would. */
export class MemoryReplicaStore implements ReplicaStore {
  stored: StoredReplica | undefined;
  /** While set, nothing can be read or written, as in a private window. */
  isDenied = false;
  #version = 0;

  async load(): Promise<{ version: ReplicaVersion; replica: StoredReplica } | undefined> {
    this.#check();
    return this.stored && { version: String(this.#version), replica: this.stored };
  }

  async replace(replica: StoredReplica): Promise<ReplicaVersion> {
    this.#check();
    this.stored = replica;
    this.#version += 1;
    return String(this.#version);
  }

  async append(
    version: ReplicaVersion,
    { seq, chunk }: { seq: number; chunk: ReplicaChunk },
  ): Promise<ReplicaVersion | undefined> {
    this.#check();
    if (this.stored === undefined || version !== String(this.#version)) return undefined;
    return this.replace({ ...this.stored, seq, chunks: [...this.stored.chunks, chunk] });
  }

  async drop(): Promise<void> {
    this.#check();
    this.stored = undefined;
  }

  #check(): void {
    if (this.isDenied) throw new Error("storage is denied");
  }
}
