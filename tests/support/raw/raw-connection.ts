import { connect, type Socket } from "node:net";

import type { TestServer } from "../test-server.ts";
import { until } from "../until.ts";

/** A TCP connection to the server that never closes its own half and takes every ending as it comes. */
export class RawConnection implements Disposable {
  /** The last bytes heard, at most 64 KB. */
  heard = Buffer.alloc(0);
  heardBytes = 0;
  readonly #socket: Socket;
  /** When there was something to lose: the connection, or what was made of it. A time of `performance.now()`. */
  openedAt = performance.now();
  readonly #gone = Promise.withResolvers<void>();
  #goneAt: number | undefined;

  protected constructor(server: Pick<TestServer, "port">) {
    this.#socket = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
    this.#socket.setNoDelay(true);
    this.#socket.on("data", (chunk) => this.hear(chunk));
    for (const event of ["end", "close", "error"] as const) {
      this.#socket.on(event, () => {
        this.#goneAt ??= performance.now();
        this.#gone.resolve();
      });
    }
    this.#socket.once("connect", () => {
      this.openedAt = performance.now();
    });
  }

  static async open(server: Pick<TestServer, "port">): Promise<RawConnection> {
    const connection = new RawConnection(server);
    await connection.connected();
    return connection;
  }

  /** The server has closed its half or cut the connection. */
  get isGone(): boolean {
    return this.#goneAt !== undefined;
  }

  /** Status of an HTTP answer; 0 when there was none. */
  get status(): number {
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(this.heard.toString("latin1"))?.[1] ?? 0);
  }

  write(bytes: Uint8Array | string): void {
    if (!this.#socket.destroyed) this.#socket.write(bytes);
  }

  /** Reads no more, as a phone that hangs; what ends the connection is still noticed when something is written. */
  stopReading(): void {
    this.#socket.pause();
  }

  /**
   * Waits for the connection's end.
   * @returns ms since `since`, a time of `performance.now()`
   * @throws when it is not over within `withinMs`
   */
  async gone(withinMs: number, since = performance.now()): Promise<number> {
    const timer = setTimeout(() => {
      this.#gone.reject(new Error(`waited ${withinMs} ms for the server to close a connection`));
    }, withinMs);
    await this.#gone.promise.finally(() => clearTimeout(timer));
    return (this.#goneAt ?? 0) - since;
  }

  [Symbol.dispose](): void {
    this.#socket.destroy();
  }

  protected async connected(): Promise<void> {
    await until(() => !this.#socket.connecting || this.isGone, "a connection");
  }

  protected hear(chunk: Buffer): void {
    this.heardBytes += chunk.byteLength;
    this.heard = Buffer.concat([this.heard, chunk]).subarray(-65_536);
  }
}
