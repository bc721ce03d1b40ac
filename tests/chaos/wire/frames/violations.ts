import { encodeCommands, encodeTextEdit } from "@hefboom/contract/messages";

import { binaryFrame, closeFrame, opcode, rawFrame } from "../../../support/raw/raw-frame.ts";

/** Bytes that no honest client sends, and the close codes that are right for them. */
export interface Violation {
  name: string;
  bytes: Uint8Array;
  codes: readonly number[];
}

const PROTOCOL = [1002];
const BAD_UTF8 = Uint8Array.of(0x68, 0x69, 0xc3, 0x28);
const HALF_SURROGATE = Uint8Array.of(0xed, 0xa0, 0x80);
const text = (words: string) => new TextEncoder().encode(words);

const frameOf = (frame: Parameters<typeof rawFrame>[0]) => rawFrame(frame);
const binary = { opcode: opcode.binary, payload: Uint8Array.of(3) };

/** RFC 6455, chapter 5 and 7. */
const ofRfc6455: Violation[] = [
  ...[1, 2, 4, 7].map((reservedBits) => ({
    name: `reserved bits ${reservedBits.toString(2).padStart(3, "0")}`,
    bytes: frameOf({ ...binary, reservedBits }),
    codes: PROTOCOL,
  })),
  ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((code) => ({
    name: `opcode ${code}`,
    bytes: frameOf({ ...binary, opcode: code }),
    codes: PROTOCOL,
  })),
  { name: "an unmasked frame", bytes: frameOf({ ...binary, isMasked: false }), codes: PROTOCOL },
  {
    name: "an unmasked close",
    bytes: frameOf({ opcode: opcode.close, isMasked: false }),
    codes: PROTOCOL,
  },
  {
    name: "a ping of 126 bytes",
    bytes: frameOf({ opcode: opcode.ping, payload: new Uint8Array(126) }),
    codes: PROTOCOL,
  },
  {
    name: "a pong of 70,000 bytes",
    bytes: frameOf({ opcode: opcode.pong, payload: new Uint8Array(70_000) }),
    codes: PROTOCOL,
  },
  {
    name: "a close of 126 bytes",
    bytes: closeFrame(1000, new Uint8Array(124)),
    codes: PROTOCOL,
  },
  {
    name: "a ping in fragments",
    bytes: frameOf({ opcode: opcode.ping, isFinal: false }),
    codes: PROTOCOL,
  },
  {
    name: "a close in fragments",
    bytes: frameOf({ opcode: opcode.close, isFinal: false }),
    codes: PROTOCOL,
  },
  {
    name: "a continuation of nothing",
    bytes: frameOf({ ...binary, opcode: opcode.continuation }),
    codes: PROTOCOL,
  },
  {
    name: "a second message inside a first",
    bytes: Buffer.concat([frameOf({ ...binary, isFinal: false }), frameOf(binary)]),
    codes: PROTOCOL,
  },
  {
    name: "a declared length of 2^62 bytes",
    bytes: frameOf({ ...binary, declaredBytes: 2n ** 62n }),
    codes: [1009],
  },
  {
    name: "a declared length of 2^63 bytes",
    bytes: frameOf({ ...binary, declaredBytes: 2n ** 63n }),
    codes: [1002, 1009],
  },
  {
    name: "a declared length of 2^32 bytes",
    bytes: frameOf({ ...binary, declaredBytes: 2n ** 32n }),
    codes: [1009],
  },
  {
    name: "a text of bad UTF-8",
    bytes: frameOf({ opcode: opcode.text, payload: BAD_UTF8 }),
    codes: [1007],
  },
  {
    name: "a text with half a surrogate pair",
    bytes: frameOf({ opcode: opcode.text, payload: HALF_SURROGATE }),
    codes: [1007],
  },
  { name: "a close reason of bad UTF-8", bytes: closeFrame(1000, BAD_UTF8), codes: [1007] },
  {
    name: "a close of one byte",
    bytes: frameOf({ opcode: opcode.close, payload: Uint8Array.of(3) }),
    codes: PROTOCOL,
  },
  ...[0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535].map((code) => ({
    name: `close code ${code}`,
    bytes: closeFrame(code),
    codes: PROTOCOL,
  })),
  {
    name: "an HTTP request in the middle",
    bytes: text("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"),
    codes: PROTOCOL,
  },
  { name: "zeros", bytes: new Uint8Array(1_000), codes: PROTOCOL },
];

const message = (...bytes: number[]) => binaryFrame(Uint8Array.of(...bytes));
const MALFORMED = [4400];

/** The y-websocket protocol and ours. */
const ofMessages: Violation[] = [
  {
    name: "a text message",
    bytes: frameOf({ opcode: opcode.text, payload: text("hello") }),
    codes: [1003],
  },
  { name: "an empty message", bytes: message(), codes: MALFORMED },
  { name: "an unknown type", bytes: message(7), codes: MALFORMED },
  { name: "a type of 2^70", bytes: message(...new Array(10).fill(0xff), 1), codes: MALFORMED },
  { name: "a sync message without a type", bytes: message(0), codes: MALFORMED },
  { name: "an unknown sync type", bytes: message(0, 3, 0), codes: MALFORMED },
  { name: "a sync message cut short", bytes: message(0, 2, 200, 1, 1, 1), codes: MALFORMED },
  { name: "bytes after a message", bytes: message(3, 0), codes: MALFORMED },
  { name: "a state vector of noise", bytes: message(0, 0, 3, 255, 255, 255), codes: MALFORMED },
  { name: "an update of noise", bytes: message(0, 2, 4, 9, 255, 255, 255), codes: MALFORMED },
  { name: "presence cut short", bytes: message(1, 5, 1, 1), codes: MALFORMED },
  {
    name: "presence that is no JSON",
    bytes: message(1, 5, 1, 7, 1, 1, "{".charCodeAt(0)),
    codes: MALFORMED,
  },
  {
    name: "presence of 2^30 entries",
    bytes: message(1, 5, 128, 128, 128, 128, 4),
    codes: MALFORMED,
  },
  { name: "commands that are no JSON", bytes: message(4, 1, 0x7b), codes: MALFORMED },
  {
    name: "commands that are no array",
    bytes: message(4, 2, 0x7b, 0x7d),
    codes: MALFORMED,
  },
  {
    name: "a command that is none",
    bytes: binaryFrame(encodeCommands([{ op: "explode" }])),
    codes: MALFORMED,
  },
  {
    name: "a text edit from a stock client",
    bytes: binaryFrame(encodeTextEdit("0123456789abcdefghij", Uint8Array.of(0, 0))),
    codes: MALFORMED,
  },
];

export const violations: readonly Violation[] = [...ofRfc6455, ...ofMessages];
