import { metaOf } from "@hefboom/board";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import { type GateBench, updateOf } from "../gate-bench.ts";
import { type RawContent, rawUpdate } from "../raw-update.ts";
import { type Attack, letterOf, NEW_CLIENT } from "./attack.ts";

/** One struct of that content after the first letter of one's own text. */
function inMine(bench: GateBench, content: RawContent): Uint8Array {
  const left = letterOf(bench.textOf(bench.mine));
  const right = letterOf(bench.textOf(bench.mine), 1);
  const struct = { kind: "item", left, right, content } as const;
  return rawUpdate([{ clientId: NEW_CLIENT, clock: 0, structs: [struct] }]);
}

function nested(replica: Y.Doc, depth: number): Uint8Array {
  return updateOf(replica, () =>
    replica.transact(() => {
      let map = metaOf(replica);
      for (let level = 0; level < depth; level += 1) {
        const inner = new Y.Map<unknown>();
        map.set("x", inner);
        map = inner;
      }
    }),
  );
}

/** What is no plain text, in one's own text or beside it. */
export const attacksOfContent: Readonly<Record<string, Attack>> = {
  "a format": (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.mine, replica).format(0, 3, { bold: true })),
  "letters with a format": (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.mine, replica).insert(0, "x", { bold: true })),
  "an embed": (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.mine, replica).insertEmbed(0, { image: "x" })),
  "a type inside a text": (bench, replica) =>
    updateOf(replica, () => {
      // Yjs takes types as embeds; its own type says object only.
      bench.textOf(bench.mine, replica).insertEmbed(0, new Y.Map() as unknown as object);
    }),
  "letters inside a new type inside a text": (bench, replica) =>
    updateOf(replica, () => {
      const inner = new Y.Text("x");
      bench.textOf(bench.mine, replica).insertEmbed(0, inner as unknown as object); // as above
    }),
  "a subdocument in a text": (bench) =>
    inMine(bench, {
      ref: 9,
      write: (encoder) => {
        encoding.writeVarString(encoder, "guid");
        encoding.writeAny(encoder, {});
      },
    }),
  "a subdocument in a map": (_bench, replica) =>
    updateOf(replica, () => metaOf(replica).set("doc", new Y.Doc())),
  "bytes in a text": (bench) =>
    inMine(bench, {
      ref: 3,
      write: (encoder) => encoding.writeVarUint8Array(encoder, Uint8Array.of(1, 2, 3)),
    }),
  "bytes in a map": (_bench, replica) =>
    updateOf(replica, () => metaOf(replica).set("bytes", Uint8Array.of(1))),
  "JSON in a text": (bench) =>
    inMine(bench, {
      ref: 2,
      write: (encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, '{"a":1}');
      },
    }),
  "values in a text": (bench) =>
    inMine(bench, {
      ref: 8,
      write: (encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeAny(encoder, { a: 1 });
      },
    }),
  "a kind of content that does not exist": (bench) => inMine(bench, { ref: 11, write: () => {} }),
  "4,900 nested maps": (_bench, replica) => nested(replica, 4_900),
  "20,000 nested maps": (_bench, replica) => nested(replica, 20_000),
  NUL: (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.mine, replica).insert(0, "a\u0000b")),
  "half of a surrogate pair": (bench) =>
    inMine(bench, {
      ref: 4,
      // As UTF-8 would write U+D83D, which no well-formed string holds.
      write: (encoder) => encoding.writeVarUint8Array(encoder, Uint8Array.of(0xed, 0xa0, 0xbd)),
    }),
};
