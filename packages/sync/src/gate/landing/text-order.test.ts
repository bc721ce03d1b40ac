import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { GateBench, updateOf } from "../../testing/gate-bench.ts";

/** One letter between two neighbours that somebody made up; update v1. */
function letterBetween(clientId: number, left: Y.ID | undefined, right: Y.ID | undefined) {
  return encoding.encode((encoder) => {
    for (const number of [1, 1, clientId, 0]) encoding.writeVarUint(encoder, number);
    const info = (left === undefined ? 0 : 0x80) | (right === undefined ? 0 : 0x40);
    encoding.writeUint8(encoder, info | 4);
    for (const id of [left, right]) {
      if (id === undefined) continue;
      encoding.writeVarUint(encoder, id.client);
      encoding.writeVarUint(encoder, id.clock);
    }
    encoding.writeVarString(encoder, "x");
    encoding.writeVarUint(encoder, 0);
  });
}

function idsOf(text: Y.Text): Y.ID[] {
  const ids: Y.ID[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    const { client, clock } = item.id;
    for (let at = 0; at < item.length; at += 1) ids.push(Y.createID(client, clock + at));
  }
  return ids;
}

function expectJoinersAgree(bench: GateBench): void {
  const joiner = bench.replica();
  expect(bench.textOf(bench.mine, joiner).toString()).toBe(bench.textOf(bench.mine).toString());
}

it("refuses a right neighbour that stands before the left one", () => {
  const bench = new GateBench();
  const [first, second] = idsOf(bench.textOf(bench.mine));

  expect(bench.take(letterBetween(7, second, first))).toMatchObject({ kind: "refuse" });
  expect(bench.take(letterBetween(7, first, first))).toMatchObject({ kind: "refuse" });
});

it("refuses neighbours with letters between them that their author knew", () => {
  const bench = new GateBench();
  const ids = idsOf(bench.textOf(bench.mine));

  expect(bench.take(letterBetween(7, ids[0], ids[3]))).toMatchObject({ kind: "refuse" });
  expect(bench.take(letterBetween(7, undefined, ids[2]))).toMatchObject({ kind: "refuse" });
});

it("gives every joiner the same text, whatever neighbours are made up", () => {
  const neighbour = fc.option(fc.nat(60), { nil: undefined, freq: 4 });
  const letters = fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), neighbour, neighbour), {
    maxLength: 14,
  });
  fc.assert(
    fc.property(letters, (list) => {
      const bench = new GateBench();
      for (const [clientId, left, right] of list) {
        const ids = idsOf(bench.textOf(bench.mine));
        const pick = (at: number | undefined) => (at === undefined ? at : ids[at % ids.length]);
        if (Y.getState(bench.doc.store, clientId) > 0) continue;
        if (left === undefined && right === undefined) continue;
        bench.take(letterBetween(clientId, pick(left), pick(right)));
      }
      expectJoinersAgree(bench);
    }),
    { numRuns: 500 },
  );
});

it("refuses nothing that people type at once, however late they hear of each other", () => {
  const step = fc.record(
    { who: fc.nat(2), at: fc.nat(60), remove: fc.nat(3), hears: fc.boolean(), sends: fc.boolean() },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const bench = new GateBench();
      const people = [0, 1, 2].map(() => ({ doc: bench.replica(), unsent: [] as Uint8Array[] }));
      const send = (person: (typeof people)[number]) => {
        if (person.unsent.length === 0) return;
        const { kind } = bench.take(Y.mergeUpdates(person.unsent.splice(0)));
        expect(kind).toBe("apply");
      };
      for (const { who, at, remove, hears, sends } of steps) {
        const person = people[who];
        if (person === undefined) continue;
        const text = bench.textOf(bench.mine, person.doc);
        const from = Math.min(at, text.length);
        const update = updateOf(person.doc, () => {
          text.insert(from, `${who}`);
          text.delete(from + 1, Math.min(remove, text.length - from - 1));
        });
        person.unsent.push(update);
        if (sends) send(person);
        if (hears) Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(bench.doc));
      }
      for (const person of people) send(person);
      expectJoinersAgree(bench);
    }),
    { numRuns: 300 },
  );
});
