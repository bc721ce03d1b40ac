import { cardsOf, metaOf, textsOf } from "@hefboom/board";
import * as prng from "lib0/prng";
import * as Y from "yjs";

import { updateOf } from "../gate-bench.ts";
import { characters, deletedContent, hiddenBehind, type RawId, rawUpdate } from "../raw-update.ts";
import type { FuzzPerson } from "./fuzz-person.ts";

/** Some update that `thief` may not send, or that may do no harm; most are refused. */
export function hostileUpdate(
  thief: FuzzPerson,
  victim: FuzzPerson,
  chance: prng.PRNG,
): Uint8Array {
  // A copy under a clientID of its own: the thief's honest replica goes on as if nothing were.
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(thief.doc));
  copy.clientID = thief.doc.clientID + prng.int32(chance, 1, 8);
  const makers = [typedAnywhere, madeUpLetters, madeUpDeletions, writtenKey, noPlainText];
  const maker = prng.oneOf(chance, makers);
  // Writing twice under one's own clientID would only spoil one's own next letters.
  const stealsClient = thief !== victim && prng.int32(chance, 0, 9) === 0;
  if (stealsClient) copy.clientID = victim.doc.clientID;
  const update = maker(copy, chance);
  switch (prng.int32(chance, 0, 3)) {
    case 0:
      return mutated(update, chance);
    case 1: {
      const legal = new Y.Doc();
      Y.applyUpdate(legal, Y.encodeStateAsUpdate(thief.doc));
      legal.clientID = thief.doc.clientID + 9;
      const text = textsOf(legal).get(thief.own[0] ?? "");
      return hiddenBehind(
        updateOf(legal, () => text?.insert(0, "goed")),
        update,
      );
    }
    default:
      return update;
  }
}

function anyText(doc: Y.Doc, chance: prng.PRNG): Y.Text | undefined {
  const texts = [...textsOf(doc).values()];
  return texts.length > 0 ? prng.oneOf(chance, texts) : undefined;
}

function typedAnywhere(doc: Y.Doc, chance: prng.PRNG): Uint8Array {
  const text = anyText(doc, chance);
  return updateOf(doc, () => {
    if (text === undefined) return;
    const at = prng.int32(chance, 0, text.length);
    if (prng.bool(chance))
      text.insert(at, prng.oneOf(chance, ["x", "a\u0000b", "y".repeat(1_201)]));
    else text.delete(at, Math.min(2, text.length - at));
  });
}

function anyId(doc: Y.Doc, chance: prng.PRNG): RawId {
  const [client, structs] = prng.oneOf(chance, [...doc.store.clients]);
  const last = structs.at(-1);
  const end = last === undefined ? 1 : last.id.clock + last.length;
  return { client, clock: prng.int32(chance, 0, end + 1) };
}

function madeUpLetters(doc: Y.Doc, chance: prng.PRNG): Uint8Array {
  const content = prng.bool(chance) ? characters("z") : deletedContent(2);
  const maybeId = () => (prng.int32(chance, 0, 3) === 0 ? undefined : anyId(doc, chance));
  const struct = { kind: "item", left: maybeId(), right: maybeId(), content } as const;
  const structs = [{ ...struct, parent: anyId(doc, chance) }];
  const clock = Y.getState(doc.store, doc.clientID) + (prng.int32(chance, 0, 9) === 0 ? 1 : 0);
  return rawUpdate([{ clientId: doc.clientID, clock, structs }]);
}

function madeUpDeletions(doc: Y.Doc, chance: prng.PRNG): Uint8Array {
  const ranges = Array.from({ length: prng.int32(chance, 1, 3) }, () => {
    const { client, clock } = anyId(doc, chance);
    return { clientId: client, ranges: [[clock, prng.int32(chance, 0, 6)] as const] };
  });
  return rawUpdate([], ranges);
}

function writtenKey(doc: Y.Doc, chance: prng.PRNG): Uint8Array {
  const id = prng.oneOf(chance, ["x".repeat(20), ...textsOf(doc).keys()]);
  return updateOf(doc, () => {
    const root = prng.oneOf<Y.Map<unknown>>(chance, [
      metaOf(doc),
      cardsOf(doc) as Y.Map<unknown>, // written to as nobody may, so its own type is in the way
      textsOf(doc) as Y.Map<unknown>, // as above
      doc.getMap("eigen"),
    ]);
    if (prng.bool(chance)) root.set(id, { kind: "note" });
    else root.delete(id);
  });
}

function noPlainText(doc: Y.Doc, chance: prng.PRNG): Uint8Array {
  const text = anyText(doc, chance);
  return updateOf(doc, () => {
    if (prng.bool(chance)) text?.insert(0, "vet", { bold: true });
    else text?.insertEmbed(0, { image: "x" });
  });
}

function mutated(update: Uint8Array, chance: prng.PRNG): Uint8Array {
  const bytes = update.slice(0, update.length - (prng.int32(chance, 0, 4) === 0 ? 1 : 0));
  for (let times = prng.int32(chance, 1, 3); times > 0 && bytes.length > 0; times -= 1) {
    bytes[prng.int32(chance, 0, bytes.length - 1)] = prng.int32(chance, 0, 255);
  }
  return bytes;
}
