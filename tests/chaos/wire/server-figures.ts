import { Inspector } from "../../support/process/inspected.ts";
import { metric } from "../../support/process/metrics.ts";
import type { TestServer } from "../../support/test-server.ts";

const MB = 1_048_576;

/** Memory that the server's process holds, garbage included. */
export async function residentMb(server: TestServer): Promise<number> {
  return (await metric(server, "process_resident_memory_bytes")) / MB;
}

/** Memory in use after a forced collection, of a server that was started with `inspectable`. */
export async function usedMb(server: TestServer): Promise<number> {
  using inspector = await Inspector.attach(server);
  return (await inspector.usedBytes()) / MB;
}

/** Does something twice: to warm up, and to see what it leaves behind. @returns growth of the used memory, in MB */
export async function growthMb(server: TestServer, work: () => Promise<unknown>): Promise<number> {
  await work();
  const before = await usedMb(server);
  await work();
  return (await usedMb(server)) - before;
}

/** Open files and sockets of the server's process; only Linux tells them. */
export async function descriptors(server: TestServer): Promise<number> {
  return process.platform === "linux" ? metric(server, "process_open_fds") : 0;
}
