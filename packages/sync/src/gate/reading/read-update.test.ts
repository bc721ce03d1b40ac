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
