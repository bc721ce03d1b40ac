import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

import { FrameCutter, type FrameHandler, maskedFrame, opcode } from "./frames.ts";

const CONNECT_MAX_MS = 30_000;
/** Where every socket reads: a chunk is dealt with before the next one comes. */
const readBuffer = Buffer.allocUnsafe(256 * 1_024);

export interface LeanSocketOptions {
  port: number;
  /** Path and query of the upgrade. */
  path: string;
  /** Messages of the server, without pings. */
  onMessage: (bytes: Buffer) => void;
}

/** A WebSocket of a few lines on a TCP socket, cheap enough that one process can be 1,500 people. */
export class LeanSocket implements Disposable {
  /** Bytes heard since the upgrade, frames' heads included. */
  heardBytes = 0;
  /** Set when the server said goodbye; 1006 when it just went. */
  closeCode: number | undefined;
  readonly #socket: Socket;
  readonly #cutter: FrameCutter;
  readonly #onMessage: (bytes: Buffer) => void;
  #head = "";
  #state: "upgrading" | "open" | "closed" = "upgrading";
  readonly #opened = Promise.withResolvers<void>();

  /** @throws {Error} when the server refuses the upgrade or does not answer */
  static async open(options: LeanSocketOptions): Promise<LeanSocket> {
    const socket = new LeanSocket(options);
    await socket.#opened.promise;
    return socket;
  }

  private constructor({ port, path, onMessage }: LeanSocketOptions) {
    this.#onMessage = onMessage;
    this.#cutter = new FrameCutter(this.#onFrame);
    this.#socket = connect({
      port,
      host: "127.0.0.1",
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (bytes: number) => {
          this.#take(readBuffer.subarray(0, bytes));
          return true;
        },
      },
    });
    const timer = setTimeout(() => this.#fail("no answer"), CONNECT_MAX_MS);
    this.#opened.promise.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
    this.#socket.on("error", ({ message }) => this.#fail(message));
    this.#socket.on("close", () => {
      this.closeCode ??= 1006;
      this.#fail("closed");
    });
    this.#socket.write(upgradeRequest(port, path));
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  /** Sends a frame of `maskedFrame`. */
  write(frame: Buffer): void {
    if (this.#state === "open") this.#socket.write(frame);
  }

  send(payload: Uint8Array): void {
    this.write(maskedFrame(payload));
  }

  [Symbol.dispose](): void {
    this.#state = "closed";
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    if (this.#state === "upgrading") {
      this.#upgrade(chunk);
      return;
    }
    this.heardBytes += chunk.length;
    this.#cutter.take(chunk);
  }

  #upgrade(chunk: Buffer): void {
    this.#head += chunk.toString("latin1");
    const end = this.#head.indexOf("\r\n\r\n");
    if (end < 0) return;
    if (!this.#head.startsWith("HTTP/1.1 101")) {
      this.#fail(this.#head.slice(0, 80));
      return;
    }
    this.#state = "open";
    this.#opened.resolve();
    const rest = Buffer.from(this.#head.slice(end + 4), "latin1");
    this.#head = "";
    if (rest.length > 0) this.#take(rest);
  }

  readonly #onFrame: FrameHandler = (code, bytes) => {
    if (code === opcode.binary || code === opcode.text) this.#onMessage(bytes);
    else if (code === opcode.ping) this.write(maskedFrame(bytes, opcode.pong));
    else if (code === opcode.close)
      this.closeCode = bytes.length < 2 ? 1005 : bytes.readUInt16BE(0);
  };

  #fail(why: string): void {
    this.#state = "closed";
    this.#opened.reject(new Error(`no WebSocket: ${why}`));
    this.#socket.destroy();
  }
}

function upgradeRequest(port: number, path: string): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    "",
    "",
  ].join("\r\n");
}
