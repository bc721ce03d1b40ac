import { cardsOf, leversOf, metaOf, peopleOf, placesOf, textsOf } from "@hefboom/board";
import fc from "fast-check";
import { it } from "vitest";
import * as Y from "yjs";

import { GateBench, updateOf } from "../../testing/gate-bench.ts";

/** Everything of a board but the text of `mine`. */
function allBut(bench: GateBench): string {
  const { doc, mine } = bench;
  const roots = [metaOf, leversOf, cardsOf, placesOf, peopleOf].map((root) => root(doc).toJSON());
  const texts = [...textsOf(doc)].filter(([id]) => id !== mine).map(([id, t]) => [id, t.toDelta()]);
  return JSON.stringify([roots, texts, [...doc.share.keys()].sort()]);
}

const edit = fc.record(
  {
    at: fc.nat(40),
    remove: fc.nat(5),
    insert: fc.string({ maxLength: 6, unit: "grapheme" }),
    isMine: fc.boolean(),
  },
  { noNullPrototype: true },
);
const mutation = fc.record({ at: fc.nat(400), byte: fc.nat(255) }, { noNullPrototype: true });

it("lets nothing through but letters and deletions in one's own text, whatever the bytes", () => {
  const updates = fc.array(fc.tuple(edit, fc.array(mutation, { maxLength: 3 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(updates, (list) => {
      const bench = new GateBench();
      for (const [change, mutations] of list) {
        const update = mutated(typed(bench, change), mutations);
        const [others, before] = [allBut(bench), Y.encodeStateAsUpdate(bench.doc)];
        const { kind } = bench.take(update);
        if (allBut(bench) !== others) throw new Error(`${kind} changed something else`);
        const isSame = Y.encodeStateAsUpdate(bench.doc).join() === before.join();
        if (kind !== "apply" && !isSame) throw new Error(`${kind} changed something`);
        if (bench.doc.store.pendingStructs !== null) throw new Error("left something pending");
        if (mutations.length === 0 && change.isMine && kind === "refuse") {
          throw new Error("refused something honest");
        }
      }
      readBack(bench);
    }),
    { numRuns: 400 },
  );
});

function typed(
  bench: GateBench,
  { at, remove, insert, isMine }: typeof edit extends fc.Arbitrary<infer T> ? T : never,
) {
  const replica = bench.replica();
  const text = bench.textOf(isMine ? bench.mine : bench.theirs, replica);
  return updateOf(replica, () => {
    const from = Math.min(at, text.length);
    text.delete(from, Math.min(remove, text.length - from));
    if (insert !== "" && !insert.includes("\u0000")) text.insert(from, insert);
  });
}

function mutated(update: Uint8Array, mutations: readonly { at: number; byte: number }[]) {
  const bytes = update.slice();
  for (const { at, byte } of mutations) {
    if (bytes.length > 0) bytes[at % bytes.length] = byte;
  }
  return bytes;
}

/** A joiner who reads the whole document must come to the same texts. */
function readBack(bench: GateBench): void {
  const joiner = bench.replica();
  const [here, there] = [bench.doc, joiner].map((doc) => bench.textOf(bench.mine, doc).toString());
  if (here !== there) throw new Error("a joiner reads another text");
}
