import type { IncomingMessage } from "node:http";

/** More than this is not read only to be thrown away: then the connection is simply closed. */
const REST_MAX_BYTES = 64 * 1024 * 1024;
const REST_MAX_MS = 20_000;

/**
 * Reads what is left of a body that is refused for its size. Who is still sending hears no answer, only a broken
 * connection, when the socket is closed on it. Resolves at the body's end, or when it takes too long.
 */
export async function readRest(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  let bytes = 0;
  const count = (chunk: Uint8Array) => {
    bytes += chunk.byteLength;
    if (bytes > REST_MAX_BYTES) resolve();
  };
  const timer = setTimeout(resolve, REST_MAX_MS);
  request.on("data", count).once("end", resolve).once("close", resolve);
  await promise;
  clearTimeout(timer);
  request.off("data", count);
}
