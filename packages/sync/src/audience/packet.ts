/**
 * Whole WebSocket frames, ready for the wire: binary and unmasked, as a server sends them, one message a frame. One
 * packet is written to as many sockets as shall have it (RFC 6455, section 5.2).
 */
export type Packet = Uint8Array;

const FINAL_BINARY = 0x82;
/** Longest message whose length fits the second byte, and the marks of the two longer forms. */
const SHORT_MAX = 125;
const IN_16_BITS = 126;
const IN_64_BITS = 127;

/** Each message in a frame of its own, so that a client gets them one after the other out of one write. */
export function packetOf(...messages: readonly Uint8Array[]): Packet {
  const frames = messages.map((message) => [headOf(message.byteLength), message]);
  return joined(frames.flat());
}

/** Packets one after the other, so that a socket gets them in one write. */
export function joined(packets: readonly Packet[]): Packet {
  const all = new Uint8Array(packets.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const packet of packets) {
    all.set(packet, at);
    at += packet.byteLength;
  }
  return all;
}

function headOf(sizeBytes: number): Uint8Array {
  if (sizeBytes <= SHORT_MAX) return Uint8Array.of(FINAL_BINARY, sizeBytes);
  if (sizeBytes <= 0xffff) {
    return Uint8Array.of(FINAL_BINARY, IN_16_BITS, sizeBytes >> 8, sizeBytes & 0xff);
  }
  const head = new Uint8Array(10);
  head.set([FINAL_BINARY, IN_64_BITS]);
  new DataView(head.buffer).setBigUint64(2, BigInt(sizeBytes));
  return head;
}
