import { randomFillSync } from "node:crypto";

export const opcode = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** One masked WebSocket frame, as a browser sends it; made ahead of time, so that sending costs one write. */
export function maskedFrame(payload: Uint8Array, code: number = opcode.binary): Buffer {
  const { byteLength } = payload;
  const headBytes = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headBytes + 4 + byteLength);
  frame[0] = 0x80 | code;
  if (headBytes === 2) frame[1] = 0x80 | byteLength;
  else if (headBytes === 4) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(byteLength, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(byteLength), 2);
  }
  const mask = randomFillSync(frame, headBytes, 4).subarray(headBytes, headBytes + 4);
  const body = frame.subarray(headBytes + 4);
  for (const [index, byte] of payload.entries()) body[index] = byte ^ (mask[index % 4] ?? 0);
  return frame;
}

/** Hears of each frame; `bytes` is valid during the call only. */
export type FrameHandler = (code: number, bytes: Buffer) => void;

/** Cuts a stream of unmasked frames; servers that are measured never fragment a message. */
export class FrameCutter {
  readonly #onFrame: FrameHandler;
  #kept: Buffer[] = [];
  #keptBytes = 0;
  /** Bytes that must be there before another look is worth it. */
  #wanted = 2;

  constructor(onFrame: FrameHandler) {
    this.#onFrame = onFrame;
  }

  /** @param chunk may be used again by its owner after the call */
  take(chunk: Buffer): void {
    if (this.#keptBytes === 0) {
      this.#cut(chunk, true);
      return;
    }
    this.#keep(Buffer.from(chunk));
    if (this.#keptBytes < this.#wanted) return;
    const all = Buffer.concat(this.#kept);
    this.#kept = [];
    this.#keptBytes = 0;
    this.#cut(all, false);
  }

  #cut(data: Buffer, isBorrowed: boolean): void {
    let at = 0;
    this.#wanted = 2;
    while (data.length - at >= 2) {
      const short = (data[at + 1] ?? 0) & 0x7f;
      const headBytes = short < 126 ? 2 : short === 126 ? 4 : 10;
      this.#wanted = headBytes;
      if (data.length - at < headBytes) break;
      const size =
        short < 126
          ? short
          : short === 126
            ? data.readUInt16BE(at + 2)
            : Number(data.readBigUInt64BE(at + 2));
      this.#wanted = headBytes + size;
      if (data.length - at < this.#wanted) break;
      const end = at + this.#wanted;
      this.#onFrame((data[at] ?? 0) & 0x0f, data.subarray(at + headBytes, end));
      at = end;
      this.#wanted = 2;
    }
    if (at === data.length) return;
    const rest = data.subarray(at);
    this.#keep(isBorrowed ? Buffer.from(rest) : rest);
  }

  #keep(bytes: Buffer): void {
    this.#kept.push(bytes);
    this.#keptBytes += bytes.length;
  }
}
