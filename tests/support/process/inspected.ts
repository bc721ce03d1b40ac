import { readdirSync } from "node:fs";
import { WebSocket } from "ws";

import type { TestServer } from "../test-server.ts";
import { until } from "../until.ts";

/** Give this to `TestServer.start`: the process then listens for an inspector on a free port of loopback. */
export const inspectable = { NODE_OPTIONS: "--inspect=127.0.0.1:0" };

const CLOCK = new URL("./movable-clock.ts", import.meta.url);
/** As `inspectable`, and the wall clock of the process can be shifted. */
export const clockMovable = {
  NODE_OPTIONS: `${inspectable.NODE_OPTIONS} --import=${CLOCK.href}`,
};

interface Reply {
  id?: number;
  result?: { result?: { value?: unknown } };
}

/** Looks into a server that was started with `inspectable`, by the inspector's protocol. */
export class Inspector implements Disposable {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #lastId = 0;

  static async attach(server: TestServer): Promise<Inspector> {
    const inspector = new Inspector(/ws:\/\/127\.0\.0\.1:\d+\/\S+/.exec(server.printed)?.[0] ?? "");
    await until(() => inspector.#socket.readyState === WebSocket.OPEN, "the inspector");
    return inspector;
  }

  private constructor(url: string) {
    this.#socket = new WebSocket(url);
    this.#socket.on("message", (data) => {
      const reply = JSON.parse(String(data)) as Reply; // as the inspector's protocol has it
      this.#waiting.get(reply.id ?? 0)?.(reply);
    });
  }

  /** Bytes in use on the heap, and outside it by buffers, after a full collection. */
  async usedBytes(): Promise<number> {
    await this.#ask("HeapProfiler.collectGarbage");
    await this.#ask("HeapProfiler.collectGarbage"); // what finalizers let go of
    const expression = "{ const m = process.memoryUsage(); m.heapUsed + m.external }";
    const reply = await this.#ask("Runtime.evaluate", { expression, returnByValue: true });
    return Number(reply.result?.result?.value);
  }

  async processId(): Promise<number> {
    const reply = await this.#ask("Runtime.evaluate", { expression: "process.pid" });
    return Number(reply.result?.result?.value);
  }

  /** Sets the wall clock of a server that was started with `clockMovable`. @returns what it tells now, ms since 1970 */
  async shiftClock(byMs: number): Promise<number> {
    const expression = `globalThis.clockShiftMs = ${byMs}; Date.now()`;
    const reply = await this.#ask("Runtime.evaluate", { expression, returnByValue: true });
    return Number(reply.result?.result?.value);
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
  }

  #ask(method: string, params: object = {}): Promise<Reply> {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => {
      this.#waiting.set(id, (reply) => {
        this.#waiting.delete(id);
        resolve(reply);
      });
    });
  }
}

/** Files and sockets that a process has open; Linux only. */
export function openDescriptors(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}
