/** Opcodes of RFC 6455; 3–7 and 11–15 mean nothing. */
export const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A frame as nobody's library would let you send it. */
export interface RawFrame {
  opcode: number;
  payload?: Uint8Array;
  /** Default: true. */
  isFinal?: boolean;
  /** RSV1 to RSV3 as one number of three bits; RSV1 is 4. Default: 0. */
  reservedBits?: number;
  /** Default: true, as a client must. */
  isMasked?: boolean;
  /** What the head says; default: the payload's length. */
  declaredBytes?: bigint;
}

const MASK = Uint8Array.of(0x5a, 0xc3, 0x17, 0x88);

export function rawFrame(frame: RawFrame): Buffer {
  const { payload = new Uint8Array(), isFinal = true, reservedBits = 0, isMasked = true } = frame;
  const length = frame.declaredBytes ?? BigInt(payload.byteLength);
  const first = (isFinal ? 0x80 : 0) | (reservedBits << 4) | frame.opcode;
  const head = [Buffer.of(first), lengthField(length, isMasked ? 0x80 : 0)];
  if (!isMasked) return Buffer.concat([...head, payload]);
  const masked = payload.map((byte, index) => byte ^ (MASK[index % 4] ?? 0));
  return Buffer.concat([...head, MASK, masked]);
}

/** A message in one frame, as an honest client sends it. */
export const binaryFrame = (payload: Uint8Array): Buffer =>
  rawFrame({ opcode: opcode.binary, payload });

/** A close frame with any code, and any bytes for its reason. */
export function closeFrame(code: number, reason: Uint8Array = new Uint8Array()): Buffer {
  const payload = Buffer.concat([Buffer.of(code >> 8, code & 0xff), reason]);
  return rawFrame({ opcode: opcode.close, payload });
}

function lengthField(length: bigint, maskBit: number): Buffer {
  if (length < 126n) return Buffer.of(maskBit | Number(length));
  const isShort = length < 65_536n;
  const field = Buffer.alloc(isShort ? 3 : 9);
  field[0] = maskBit | (isShort ? 126 : 127);
  if (isShort) field.writeUInt16BE(Number(length), 1);
  else field.writeBigUInt64BE(length, 1);
  return field;
}
