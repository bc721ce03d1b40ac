import { metric } from "../../support/process/metrics.ts";
import type { TestServer } from "../../support/test-server.ts";
import { pause } from "../../support/until.ts";

const SETTLE_MAX_MS = 8_000;

/** Memory of the server's process, in MB of 1,048,576 bytes. */
export async function memoryMb(server: TestServer): Promise<number> {
  return (await metric(server, "process_resident_memory_bytes")) / 1_048_576;
}

/** Open files and sockets of the server's process; only Linux tells them. */
export async function descriptors(server: TestServer): Promise<number> {
  return process.platform === "linux" ? metric(server, "process_open_fds") : 0;
}

/**
 * The least memory within a while: garbage goes when the process gets round to it.
 * @param enoughMb no need to wait for less
 */
export async function settledMemoryMb(server: TestServer, enoughMb = 0): Promise<number> {
  const deadline = performance.now() + SETTLE_MAX_MS;
  let least = await memoryMb(server);
  while (least > enoughMb && performance.now() < deadline) {
    await pause(250);
    least = Math.min(least, await memoryMb(server));
  }
  return least;
}
