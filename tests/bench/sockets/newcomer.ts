import { pause } from "../../support/until.ts";
import { LeanSocket } from "./lean-socket.ts";

/** How long a newcomer waits for the board, in ms. */
const WAIT_MAX_MS = 60_000;
/** A newcomer has everything when nothing came for this long, in ms, after something did. */
const SILENCE_MS = 1_000;

interface Newcomer {
  port: number;
  path: string;
  hello: readonly Uint8Array[];
}

/** The largest message that a newcomer hears: the board. */
export async function newcomersContent({ port, path, hello }: Newcomer): Promise<Buffer> {
  let largest: Buffer = Buffer.alloc(0);
  let heardAt = performance.now();
  const onMessage = (bytes: Buffer) => {
    heardAt = performance.now();
    if (bytes.length > largest.length) largest = Buffer.from(bytes);
  };
  using socket = await LeanSocket.open({ port, path, onMessage });
  for (const message of hello) socket.send(message);
  while (performance.now() - heardAt < SILENCE_MS) {
    await pause(50);
  }
  return largest;
}

/** Milliseconds until a newcomer has heard a message of at least `bytes`. @throws {Error} after a minute */
export async function joinTime({ port, path, hello }: Newcomer, bytes: number): Promise<number> {
  const startedAt = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const timer = setTimeout(() => reject(new Error("the board did not come")), WAIT_MAX_MS);
  const onMessage = (message: Buffer) => {
    if (message.length >= bytes) resolve(performance.now() - startedAt);
  };
  using socket = await LeanSocket.open({ port, path, onMessage });
  for (const message of hello) socket.send(message);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}
