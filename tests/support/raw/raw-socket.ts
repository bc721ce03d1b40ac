import type { TestServer } from "../test-server.ts";
import { until } from "../until.ts";
import { RawConnection } from "./raw-connection.ts";
import { opcode } from "./raw-frame.ts";

export interface RawSocketOptions {
  /** Address behind the origin, for example `/sync/BOARD?token=…`. */
  path: string;
  headers?: Readonly<Record<string, string>>;
}

/** The request that asks for a WebSocket. */
function upgradeRequest({ path, headers = {} }: RawSocketOptions): string {
  const all = {
    host: "127.0.0.1",
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`GET ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n");
}

/** An upgraded socket that writes any bytes, answers nothing, and reads the server's frames for its close code. */
export class RawSocket extends RawConnection {
  closeCode: number | undefined;
  /** When the upgrade was asked for and when a close was heard, as of `performance.now()`. */
  writtenAt = 0;
  closedAt = 0;
  /** Complete messages and control frames heard. */
  frames = 0;
  /** The head of the server's answer to the upgrade. */
  head: string | undefined;
  #rest = Buffer.alloc(0);

  /** @throws when the server does not upgrade */
  static async upgrade(
    server: Pick<TestServer, "port">,
    options: RawSocketOptions,
  ): Promise<RawSocket> {
    const socket = await RawSocket.knock(server, options);
    if (socket.status !== 101) throw new Error(`no upgrade but ${socket.status}`);
    return socket;
  }

  /** Asks for an upgrade and waits for the answer, whatever it is. */
  static async knock(
    server: Pick<TestServer, "port">,
    options: RawSocketOptions,
  ): Promise<RawSocket> {
    const socket = new RawSocket(server);
    await socket.connected();
    socket.writtenAt = performance.now();
    socket.write(upgradeRequest(options));
    await until(() => socket.head !== undefined || socket.isGone, "an answer to an upgrade");
    return socket;
  }

  override get status(): number {
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(this.head ?? "")?.[1] ?? 0);
  }

  protected override hear(chunk: Buffer): void {
    this.heardBytes += chunk.byteLength;
    this.#rest = Buffer.concat([this.#rest, chunk]);
    if (this.head === undefined) this.#readHead();
    if (this.status === 101) this.#readFrames();
  }

  #readHead(): void {
    const end = this.#rest.indexOf("\r\n\r\n");
    if (end < 0) return;
    this.head = this.#rest.subarray(0, end).toString("latin1");
    this.openedAt = performance.now();
    this.#rest = this.#rest.subarray(end + 4);
  }

  #readFrames(): void {
    for (let frame = readFrame(this.#rest); frame !== undefined; frame = readFrame(this.#rest)) {
      this.frames += 1;
      if (frame.opcode === opcode.close && frame.payload.byteLength >= 2) {
        this.closeCode ??= frame.payload.readUInt16BE(0);
        this.closedAt = performance.now();
      }
      this.#rest = this.#rest.subarray(frame.sizeBytes);
    }
  }
}

/** A server's frame, which is not masked; `undefined` while it is not complete. */
function readFrame(bytes: Buffer) {
  if (bytes.byteLength < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const head = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.byteLength < head) return undefined;
  const length =
    head === 10 ? Number(bytes.readBigUInt64BE(2)) : head === 4 ? bytes.readUInt16BE(2) : short;
  const sizeBytes = head + length;
  if (bytes.byteLength < sizeBytes) return undefined;
  return { opcode: bytes.readUInt8(0) & 0x0f, payload: bytes.subarray(head, sizeBytes), sizeBytes };
}
