import type { Packet } from "../audience/packet.ts";

/** The messages in a packet. */
export function readPacket(packet: Packet): Uint8Array[] {
  const messages: Uint8Array[] = [];
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  let at = 0;
  while (at < packet.byteLength) {
    const [head, short] = [view.getUint8(at), view.getUint8(at + 1)];
    if (head !== 0x82 || short > 127) throw new Error("no unmasked binary frame");
    let sizeBytes = short;
    at += 2;
    if (short === 126) {
      sizeBytes = view.getUint16(at);
      at += 2;
    } else if (short === 127) {
      sizeBytes = Number(view.getBigUint64(at));
      at += 8;
    }
    if (at + sizeBytes > packet.byteLength) throw new Error("a frame that is cut short");
    messages.push(packet.subarray(at, at + sizeBytes));
    at += sizeBytes;
  }
  return messages;
}
