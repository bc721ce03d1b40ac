import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { defaultRoomLimits } from "../../limits/room-limits.ts";
import { GateBench, updateOf } from "../../testing/gate-bench.ts";
import { readUpdate } from "./read-update.ts";

const unlimited = { ...defaultRoomLimits, updateStructs: 1e6 };

/** A board's whole document, and an edit on it. */
function samples(): Uint8Array[] {
  const bench = new GateBench();
  bench.removeCard(bench.addCard(bench.me, "weg"));
  const replica = bench.replica(9);
  const text = bench.textOf(bench.mine, replica);
  const edit = updateOf(replica, () => {
    text.insert(3, "👋🏽 en");
    text.delete(0, 2);
  });
  return [Y.encodeStateAsUpdate(replica), edit];
}

it("reads what Yjs reads, or nothing, whatever the bytes", () => {
  const whole = samples();
  const change = fc.record({ at: fc.nat(5_000), byte: fc.nat(255) }, { noNullPrototype: true });
  const mutations = fc.array(change, { maxLength: 3 });
  fc.assert(
    fc.property(fc.nat(1), mutations, (which, list) => {
      const bytes = (whole[which] ?? Uint8Array.of()).slice();
      for (const { at, byte } of list) bytes[at % bytes.length] = byte;
      let read: ReturnType<typeof readUpdate>;
      try {
        read = readUpdate(new Y.Doc(), bytes, { ...unlimited, updateBytes: 1e6 });
      } catch {
        return; // refused: nothing is let in
      }

      const { structs, ds } = Y.decodeUpdate(bytes);

      const shape = ({ id, length }: { id: Y.ID; length: number }) => [id.client, id.clock, length];
      expect(read.structs.map(shape)).toEqual(structs.map(shape));
      expect([...read.deletions].filter(([, ranges]) => ranges.length > 0)).toEqual(
        [...ds.clients].map(([client, ranges]) => [client, ranges.map((range) => ({ ...range }))]),
      );
    }),
    { numRuns: 1_000 },
  );
});

it("cuts off what the document has as Yjs would", () => {
  const bench = new GateBench();
  const replica = bench.replica(9);
  const text = bench.textOf(bench.mine, replica);
  Y.applyUpdate(
    bench.doc,
    updateOf(replica, () => text.insert(0, "een ")),
  );
  text.insert(4, "twee ");
  text.delete(6, 1);
  const resend = Y.encodeStateAsUpdate(replica);

  const { update, structs } = readUpdate(bench.doc, resend, unlimited);

  const expected = Y.diffUpdate(resend, Y.encodeStateVector(bench.doc));
  expect(Y.decodeUpdate(update)).toEqual(Y.decodeUpdate(expected));
  expect(structs.map(({ id, length }) => [id.clock, length])).toEqual(
    Y.decodeUpdate(expected).structs.map(({ id, length }) => [id.clock, length]),
  );
});

it("cuts a piece whose first part is known", () => {
  const bench = new GateBench();
  const replica = bench.replica(9);
  const text = bench.textOf(bench.mine, replica);
  const first = updateOf(replica, () => text.insert(0, "een"));
  Y.applyUpdate(bench.doc, first);
  text.insert(3, " twee"); // Yjs makes one piece of both

  const { update, structs } = readUpdate(bench.doc, Y.encodeStateAsUpdate(replica), unlimited);
  Y.applyUpdate(bench.doc, update);

  expect(structs).toMatchObject([{ length: 5, content: { text: " twee" } }]);
  expect(bench.textOf(bench.mine).toString()).toBe("een tweevan mij");
});

/** VarUints that lib0 reads without a word: `NaN`, `Infinity`, and one that no number holds exactly. */
const noNumbers: readonly (readonly [string, readonly number[]])[] = [
  ["NaN", [...Array<number>(148).fill(0x80), 0]],
  ["Infinity", [...Array<number>(147).fill(0x80), 1]],
  ["a number too large to be exact", [...Array<number>(9).fill(0x80), 0x7f]],
];
/** Where in an update a number stands. */
const places: readonly (readonly [string, (number: readonly number[]) => readonly number[]])[] = [
  ["clientID", (number) => [1, 1, ...number, 0, 0, 1, 0]],
  ["clock", (number) => [1, 1, 9, ...number, 0, 1, 0]],
  ["collected length", (number) => [1, 1, 9, 0, 0, ...number, 0]],
  ["deleted length", (number) => [1, 1, 9, 0, 0x81, 7, 0, ...number, 0]],
  ["left neighbour", (number) => [1, 1, 9, 0, 0x84, 7, ...number, 1, 65, 0]],
  ["right neighbour", (number) => [1, 1, 9, 0, 0x44, ...number, 7, 1, 65, 0]],
  ["parent", (number) => [1, 1, 9, 0, 4, 0, 7, ...number, 1, 65, 0]],
  ["deletion's clientID", (number) => [0, 1, ...number, 1, 0, 1]],
  ["deletion's clock", (number) => [0, 1, 7, 1, ...number, 1]],
  ["deletion's length", (number) => [0, 1, 7, 1, 0, ...number]],
];

it.each(
  noNumbers.flatMap(([name, bytes]) =>
    places.map(([where, put]) => [name, where, put(bytes)] as const),
  ),
)(
  "takes no %s as a %s: it would pass every comparison, or be written without end",
  (_name, _where, bytes) => {
    const read = () =>
      readUpdate(new Y.Doc(), Uint8Array.from(bytes), { ...unlimited, updateBytes: 1e6 });

    expect(read).toThrow("a number that is none");
  },
);
