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
  readonly ownCardId: string;
  /** Makes the card that `place` moves; has no mark. */
  ownCard(): Uint8Array;
  /** Makes a new card whose id begins with `mark`. */
  create(mark: string): Uint8Array;
  /** Moves the own card to an order key that holds `mark`. */
  place(mark: string): Uint8Array;
}

/** One server with one room, and how to speak with it. */
export interface BenchServer extends AsyncDisposable {
  readonly name: PeerName;
  /** Another one after `up`. */
  readonly process: ServerProcess;
  /** The first `count` people; they stay the same when more come. */
  seats(count: number): Promise<Seat[]>;
  /** Whether a message is an answer to one person; it is not searched for marks. */
  isForOne(message: Uint8Array): boolean;
  /** Puts a message of y-protocols into the server's envelope. */
  wrap(message: Uint8Array): Uint8Array;
  /** A writer who has not written yet; those of the seats may build on what a killed server lost. */
  newWriter(): Writer;
  /** The whole board as a newcomer reads it: a message or a body in which its card ids stand. */
  content(): Promise<Buffer>;
  /** Starts it again on its folder and its port, after it was stopped or killed. */
  up(): Promise<void>;
}
