import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";

import { decodeMessage, type Message, MessageError } from "./decode.ts";
import {
  encodeCommands,
  encodePresence,
  encodeReached,
  encodeSync,
  encodeTextEdit,
} from "./encode.ts";

const bytes = fc.uint8Array({ maxLength: 60 });
const json = fc.array(fc.jsonValue(), { maxLength: 4 });
const number = fc.nat(2 ** 31 - 1);
const state = fc.option(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }));
const presence = fc.array(
  fc.record({ clientId: number, clock: number, state }, { noNullPrototype: true }),
  { maxLength: 4 },
);
/** What JSON makes of a value: `-0` is `0` there. */
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** A message of ours, and what it says. */
const message: fc.Arbitrary<[Uint8Array, Message]> = fc.oneof(
  json.map((list): [Uint8Array, Message] => [
    encodeCommands(list),
    { type: "commands", json: throughJson(list) },
  ]),
  fc
    .tuple(fc.string(), bytes)
    .map(([id, update]): [Uint8Array, Message] => [
      encodeTextEdit(id, update),
      { type: "text-edit", id, update },
    ]),
  fc
    .tuple(number, number)
    .map(([epoch, seq]): [Uint8Array, Message] => [
      encodeReached(epoch, seq),
      { type: "reached", epoch, seq },
    ]),
  presence.map((entries): [Uint8Array, Message] => [
    encodePresence(entries),
    { type: "presence", entries: throughJson(entries) },
  ]),
  bytes.map((stateVector): [Uint8Array, Message] => [
    encodeSync("step1", stateVector),
    { type: "sync-step-1", stateVector },
  ]),
  fc
    .tuple(bytes, fc.boolean())
    .map(([update, isStep2]): [Uint8Array, Message] => [
      encodeSync(isStep2 ? "step2" : "update", update),
      { type: "sync-update", update, isStep2 },
    ]),
);

/** The bytes in the middle of a larger buffer, as Node's sockets hand them out. */
function amid(inner: Uint8Array, around: Uint8Array): Uint8Array {
  const all = new Uint8Array(inner.length + 2 * around.length);
  all.set(around);
  all.set(inner, around.length);
  all.set(around, around.length + inner.length);
  return all.subarray(around.length, around.length + inner.length);
}

describe("decodeMessage", () => {
  it("reads what was encoded, wherever it lies in a buffer", () => {
    fc.assert(
      fc.property(message, bytes, ([encoded, expected], around) => {
        expect(decodeMessage(amid(encoded, around))).toEqual(expected);
      }),
    );
  });

  it("refuses a message cut short, or with bytes behind it", () => {
    fc.assert(
      fc.property(message, fc.nat(), ([encoded], at) => {
        const cut = encoded.subarray(0, at % encoded.length);

        expect(() => decodeMessage(cut)).toThrow(MessageError);
        expect(() => decodeMessage(Uint8Array.of(...encoded, 0))).toThrow(MessageError);
      }),
    );
  });

  it("throws nothing but its own error, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => {
        try {
          decodeMessage(raw);
        } catch (error) {
          expect(error).toBeInstanceOf(MessageError);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([7, 8, 2 ** 40])("refuses the unknown type %d", (type) => {
    const encoded = encoding.encode((encoder) => encoding.writeVarUint(encoder, type));

    expect(() => decodeMessage(encoded)).toThrow(MessageError);
  });

  it("reads nothing beyond its message, though the buffer goes on", () => {
    const secret = '"} of another, and {"';
    const inner = encoding.encode((encoder) => {
      for (const value of [1, 7, 1, 12]) encoding.writeVarUint(encoder, value);
      encoding.writeUint8Array(encoder, new TextEncoder().encode('{"a":'));
    });
    const outer = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, inner);
    });
    const behind = new TextEncoder().encode(`"key1"}${secret}`);
    const buffer = Uint8Array.of(...outer, ...behind);

    expect(() => decodeMessage(buffer.subarray(0, outer.length))).toThrow(MessageError);
  });

  it("drops a state that is no presence by far, before it is read", () => {
    const nested = `{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 7);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, nested);
    });
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, update);
    });

    expect(decodeMessage(frame)).toEqual({ type: "presence", entries: [] });
  });

  it.each(["[1]", "5", '"x"', "true", "{"])("refuses the presence %s", (text) => {
    const inner = encoding.encode((encoder) => {
      for (const value of [1, 7, 1]) encoding.writeVarUint(encoder, value);
      encoding.writeVarString(encoder, text);
    });
    const outer = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, inner);
    });

    expect(() => decodeMessage(outer)).toThrow(MessageError);
  });
});
