import type { TestServer } from "../test-server.ts";

/** A figure that the server tells of itself at `/metrics`. @throws when it tells no such figure */
export async function metric(server: TestServer, name: string): Promise<number> {
  const text = await (await fetch(`${server.origin}/metrics`)).text();
  const value = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, "m").exec(text)?.[1];
  if (value === undefined) throw new Error(`no figure ${name}`);
  return Number(value);
}

/** The server's clock of the loop ticks this often, in ms, and what it measures includes one tick. */
const TICK_MS = 10;

/**
 * Longest time, in ms, that the server's event loop stood still while `work` ran, in the best of `tries`: what the work
 * itself costs shows in every try, what else this machine does only in some.
 */
export async function longestBlockMs(
  server: TestServer,
  work: () => Promise<void>,
  tries = 3,
): Promise<number> {
  const blocks: number[] = [];
  for (let round = 0; round < tries; round += 1) {
    await metric(server, "nodejs_eventloop_lag_max_seconds"); // reading starts the measurement anew
    await work();
    blocks.push((await metric(server, "nodejs_eventloop_lag_max_seconds")) * 1_000 - TICK_MS);
  }
  return Math.min(...blocks);
}
