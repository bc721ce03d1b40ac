import { expect, it } from "vitest";

import { readPacket } from "../testing/read-packet.ts";
import { joined, packetOf } from "./packet.ts";

it.each([
  [0, [0x82, 0]],
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [65_535, [0x82, 126, 255, 255]],
  [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])("frames a message of %d bytes as RFC 6455 wants it", (sizeBytes, head) => {
  const message = new Uint8Array(sizeBytes).fill(7);

  const packet = packetOf(message);

  expect([...packet.subarray(0, head.length)]).toEqual(head);
  expect(packet.subarray(head.length)).toEqual(message);
});

it("keeps messages apart that travel together", () => {
  const [one, two, three] = [
    Uint8Array.of(1),
    new Uint8Array(300).fill(2),
    Uint8Array.of(3, 3),
  ] as const;

  const packet = joined([packetOf(one), packetOf(two, three)]);

  expect(readPacket(packet)).toEqual([one, two, three]);
});
