import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { snapshotParts } from "./snapshot-parts.ts";

const CARDS = ["a", "b", "c"];

/** One thing that one of several editors does, or two of them telling each other what they have. */
const stepArbitrary = fc.record({
  editor: fc.nat(4),
  kind: fc.constantFrom("create", "place", "type", "erase", "delete", "sync"),
  card: fc.constantFrom(...CARDS),
  at: fc.nat(12),
  with: fc.nat(4),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

function play(steps: readonly Step[]): Y.Doc {
  const docs = [7, 3, 900_000, 12, 4_294_967_295].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    return doc;
  });
  const [first = new Y.Doc()] = docs;
  for (const step of steps) {
    const doc = docs[step.editor] ?? first;
    doc.transact(() => doStep(doc, step));
    if (step.kind === "sync") tell(doc, docs[step.with] ?? first);
  }
  for (const doc of docs) tell(doc, first);
  return first;
}

function doStep(doc: Y.Doc, { kind, card, at }: Step): void {
  const texts = doc.getMap<Y.Text>("texts");
  const places = doc.getMap<number>("places");
  const text = texts.get(card);
  if (kind === "create") texts.set(card, new Y.Text(`card ${at}`));
  if (kind === "place") places.set(card, at);
  if (kind === "type") text?.insert(Math.min(at, text.length), `<${at}>`);
  if (kind === "erase") text?.delete(0, Math.min(at, text.length));
  if (kind === "delete") texts.delete(card);
}

function tell(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

it("leaves nothing pending after any part, and the same document after all", () => {
  fc.assert(
    fc.property(
      fc.array(stepArbitrary, { maxLength: 120 }),
      fc.integer({ min: 1, max: 9 }),
      (steps, size) => {
        const doc = play(steps);
        const copy = new Y.Doc();

        const waits = snapshotParts(doc, size).map((part) => {
          Y.applyUpdateV2(copy, part);
          return isWaiting(copy);
        });

        expect(waits).not.toContain(true);
        expect(copy.getMap("texts").toJSON()).toEqual(doc.getMap("texts").toJSON());
        expect(copy.getMap("places").toJSON()).toEqual(doc.getMap("places").toJSON());
        expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc));
        expect(deletedIn(copy)).toEqual(deletedIn(doc));
      },
    ),
    { numRuns: 300 },
  );
});

it("lets replicas that were loaded from parts go on together with those that were not", () => {
  fc.assert(
    fc.property(
      fc.array(stepArbitrary, { maxLength: 60 }),
      fc.array(stepArbitrary),
      (before, after) => {
        const doc = play(before);
        const copy = new Y.Doc();
        for (const part of snapshotParts(doc, 3)) Y.applyUpdateV2(copy, part);

        for (const [n, step] of after.entries()) doStep(n % 2 === 0 ? doc : copy, step);
        tell(doc, copy);
        tell(copy, doc);

        expect(copy.getMap("texts").toJSON()).toEqual(doc.getMap("texts").toJSON());
        expect(copy.getMap("places").toJSON()).toEqual(doc.getMap("places").toJSON());
      },
    ),
    { numRuns: 100 },
  );
});

it("keeps no letter of what was deleted", () => {
  const doc = new Y.Doc();
  const texts = doc.getMap<Y.Text>("texts");
  texts.set("a", new Y.Text("a secret"));
  texts.delete("a");

  const bytes = snapshotParts(doc).map((part) => String.fromCharCode(...part));

  expect(bytes.join()).not.toContain("secret");
});

it("makes no part of an empty document", () => {
  expect(snapshotParts(new Y.Doc())).toEqual([]);
});

it("walks chains of any length", () => {
  const doc = new Y.Doc();
  const other = new Y.Doc();
  doc.getText("t").insert(0, "x");
  for (let n = 0; n < 3_000; n += 1) {
    tell(doc, other);
    other.getText("t").insert(other.getText("t").length, "o");
    tell(other, doc);
    doc.getText("t").insert(doc.getText("t").length, "d");
  }

  const copy = new Y.Doc();
  for (const part of snapshotParts(doc, 100)) Y.applyUpdateV2(copy, part);

  expect(copy.getText("t").toString()).toBe(doc.getText("t").toString());
});

function deletedIn({ store }: Y.Doc) {
  return [...Y.createDeleteSetFromStructStore(store).clients].sort(([a], [b]) => a - b);
}
