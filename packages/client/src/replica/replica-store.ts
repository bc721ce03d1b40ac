/** Updates in the order in which the server sent them. */
export interface ReplicaChunk {
  /** Encoding of Yjs; `state` gives v2, the socket v1. */
  readonly format: "v1" | "v2";
  readonly updates: readonly Uint8Array[];
}

/** A replica at rest: all chunks together hold everything up to `seq` of `epoch`, and perhaps more. */
export interface StoredReplica {
  readonly epoch: number;
  readonly seq: number;
  readonly chunks: readonly ReplicaChunk[];
}

/** Names what is stored; it changes with each write, so that pages that write both do not mix two replicas. */
export type ReplicaVersion = string;

/** Where the confirmed replica of one person on one board rests; the web gives one over IndexedDB. */
export interface ReplicaStore {
  load(): Promise<{ version: ReplicaVersion; replica: StoredReplica } | undefined>;
  /** Stores this instead of what was there. @throws when storage is denied or full */
  replace(replica: StoredReplica): Promise<ReplicaVersion>;
  /**
   * Adds to what is stored, in one step with its new place.
   * @returns `undefined`, and nothing was added, when another page has written since `version`
   * @throws when storage is denied or full
   */
  append(
    version: ReplicaVersion,
    added: { seq: number; chunk: ReplicaChunk },
  ): Promise<ReplicaVersion | undefined>;
  /** Forgets all of it. @throws when storage is denied */
  drop(): Promise<void>;
}
