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

it("takes no clientID or clock that nobody could write out again", () => {
  const endless = [...Array<number>(147).fill(0x80), 1]; // lib0 reads it as Infinity
  const of = (clientId: readonly number[], clock: readonly number[]) => {
    const update = [1, ...clientId, ...clock, 2, 0x7b, 0x7d];
    return Uint8Array.of(1, 0x80 | (update.length & 0x7f), update.length >> 7, ...update);
  };

  for (const bytes of [of(endless, [1]), of([7], endless)]) {
    expect(() => hearPresence(bytes, undefined)).toThrow(
      expect.objectContaining({ code: "MALFORMED" }),
    );
  }
  expect(hearPresence(of([7], [...Array<number>(6).fill(0x80), 1]), undefined)?.clientId).toBe(7);
});
