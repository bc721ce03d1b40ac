import type { IncomingMessage } from "node:http";

/** More headers than any browser or proxy sends; Node bounds their bytes alone, and drops no 101st. */
export const HEADERS_MAX = 100;

export function hasTooManyHeaders({ rawHeaders }: IncomingMessage): boolean {
  return rawHeaders.length / 2 > HEADERS_MAX; // name and value are two entries
}
