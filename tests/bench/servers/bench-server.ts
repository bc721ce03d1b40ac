import type { ServerProcess } from "./server-process.ts";

/** The servers that are compared; `bare` and `coalescing` are relays without a document or a disk. */
export const peerNames = ["ours", "coalescing", "bare", "hocuspocus", "stock"] as const;
export type PeerName = (typeof peerNames)[number];

/** How one more person comes in. */
export interface Seat {
  /** Path and query of the socket. */
  path: string;
  /** Messages that the person's client sends first. */
  hello: readonly Uint8Array[];
  writer: Writer;
}

/** What one person sends; every call gives the next message of that person. */
export interface Writer {
  /** Makes the card that `place` moves; has no mark. */
  ownCard(): Uint8Array;
  /** Makes a new card whose id begins with `mark`. */
  create(mark: string): Uint8Array;
  /** Moves the own card to an order key that holds `mark`. */
  place(mark: string): Uint8Array;
}

/** One running server with one room, and how to speak with it. */
export interface BenchServer extends AsyncDisposable {
  readonly name: PeerName;
  readonly process: ServerProcess;
  /** The next `count` people; they stay the same when more come. */
  seats(count: number): Promise<Seat[]>;
  /** Whether a message is an answer to one person, told by its first byte; it is not searched for marks. */
  isForOne(firstByte: number): boolean;
}
