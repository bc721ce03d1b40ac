import { expect, it } from "vitest";

import { FrameCutter, maskedFrame, opcode } from "./frames.ts";

/** A frame as servers send it, with the head of the size that its length needs. */
function serverFrame(payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x82;
  head[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

const payloads = [0, 1, 125, 126, 65_535, 65_536].map((size) => Buffer.alloc(size, size % 251));

it.each([1, 7, 4_096, 1_000_000])("cuts frames of all sizes out of chunks of %i bytes", (size) => {
  const stream = Buffer.concat(payloads.map(serverFrame));
  const heard: Buffer[] = [];
  const cutter = new FrameCutter((_, bytes) => heard.push(Buffer.from(bytes)));

  for (let at = 0; at < stream.length; at += size) {
    const chunk = Buffer.from(stream.subarray(at, at + size));
    cutter.take(chunk);
    chunk.fill(0); // as a buffer that is used again
  }

  expect(heard.map(({ length }) => length)).toEqual(payloads.map(({ length }) => length));
  expect(Buffer.concat(heard).equals(Buffer.concat(payloads))).toBe(true);
});

it("masks what it sends", () => {
  const frame = maskedFrame(Buffer.from("hallo"));

  const [head, size] = [frame[0], frame[1]];
  const mask = frame.subarray(2, 6);
  const text = frame.subarray(6).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  expect([head, size]).toEqual([0x80 | opcode.binary, 0x80 | 5]);
  expect(Buffer.from(text).toString()).toBe("hallo");
});
