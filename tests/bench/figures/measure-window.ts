import type { ServerProcess } from "../servers/server-process.ts";

/** What server and generator cost between two moments. */
export interface WindowCost {
  seconds: number;
  serverCpuSeconds: number;
  /** Of one core, in %. */
  serverCpu: number;
  generatorCpu: number;
}

/** Starts counting processor time. @returns call it at the end */
export async function openWindow(server: ServerProcess): Promise<() => Promise<WindowCost>> {
  const startedAt = performance.now();
  const serverBefore = await server.cpuSeconds();
  const own = process.cpuUsage();
  return async () => {
    const seconds = (performance.now() - startedAt) / 1_000;
    const serverCpuSeconds = (await server.cpuSeconds()) - serverBefore;
    const { user, system } = process.cpuUsage(own);
    return {
      seconds,
      serverCpuSeconds,
      serverCpu: (100 * serverCpuSeconds) / seconds,
      generatorCpu: (user + system) / 1e4 / seconds,
    };
  };
}
