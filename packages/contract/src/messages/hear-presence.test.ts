import { expect, it } from "vitest";

import { encodePresence } from "./encode.ts";
import { hearPresence } from "./hear-presence.ts";

const entries = [
  { clientId: 4_000_000_000, clock: 3, state: { cursor: { x: 1, y: 2 } } },
  { clientId: 7, clock: 900, state: { name: "Zoë" } },
];

it("finds one client's entry among those that a stock client echoes", () => {
  const heard = hearPresence(encodePresence(entries), 7);

  expect(heard).toEqual({ clientId: 7, clock: 900, json: '{"name":"Zoë"}', sizeBytes: 15 });
});

it("hears who was not heard before only where nobody else is in the message", () => {
  const [first] = entries;

  const alone = hearPresence(encodePresence(first === undefined ? [] : [first]), undefined);
  const among = hearPresence(encodePresence(entries), undefined);
  const other = hearPresence(encodePresence(entries), 8);

  expect(alone?.clientId).toBe(4_000_000_000);
  expect([among, other]).toEqual([undefined, undefined]);
});

it("takes no bytes that are cut short or run over, wherever", () => {
  const message = encodePresence(entries);
  const cut = Array.from({ length: message.byteLength }, (_, end) => message.subarray(0, end));
  const over = new Uint8Array([...message, 0]);

  for (const bytes of [...cut, over]) {
    expect(() => hearPresence(bytes, 7)).toThrow(expect.objectContaining({ code: "MALFORMED" }));
  }
});
