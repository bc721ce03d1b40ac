import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { historyShare, thinned } from "./thin-history.ts";

const stepArbitrary = fc.record({
  kind: fc.constantFrom(...(["move", "move", "move", "write", "type", "remove"] as const)),
  card: fc.constantFrom("a", "b", "c"),
  at: fc.nat(9),
  isByServer: fc.boolean(),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** The server moves, writes and removes; letters are typed by a person's client as well. */
function play(server: Y.Doc, client: Y.Doc, steps: readonly Step[]): void {
  for (const { kind, card, at, isByServer } of steps) {
    if (kind === "move") server.getMap("places").set(card, { lever: "h01", order: `a${at}` });
    if (kind === "write") server.getMap("texts").set(card, new Y.Text(`kaart ${at}`));
    if (kind === "remove") {
      server.getMap("places").delete(card);
      server.getMap("texts").delete(card);
    }
    tell(server, client);
    const typist = isByServer ? server : client;
    const text = typist.getMap<Y.Text>("texts").get(card);
    if (kind === "type") text?.insert(Math.min(at, text.length), `<${at}>`);
    if (kind === "type" && at > 6) text?.delete(0, Math.min(3, text.length));
    tell(client, server);
  }
  tell(server, client);
}

function tell(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

const contentOf = (doc: Y.Doc) => ({
  places: doc.getMap("places").toJSON(),
  texts: doc.getMap("texts").toJSON(),
});

function restarted(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  tell(doc, copy);
  return copy;
}

it("goes on with replicas of before and with new ones as if nothing had been left out", () => {
  const stepsArbitrary = fc.array(stepArbitrary, { maxLength: 40 });
  fc.assert(
    fc.property(stepsArbitrary, stepsArbitrary, stepsArbitrary, (before, between, after) => {
      const [whole, client] = [new Y.Doc(), new Y.Doc()];
      play(whole, client, before);
      const thin = thinned(whole);
      expect(contentOf(thin)).toEqual(contentOf(whole));
      expect(historyShare(thin).past).toBe(0);

      play(thin, client, between);
      const late = restarted(client); // has all of before, and misses what follows
      play(thin, client, after);
      const newcomer = restarted(thin);
      tell(thin, late);

      for (const doc of [client, late, newcomer]) {
        expect(contentOf(doc)).toEqual(contentOf(thin));
        expect(doc.store.pendingStructs).toBeNull();
      }
      expect(contentOf(thinned(thin))).toEqual(contentOf(thin));
    }),
    { numRuns: 300 },
  );
});

it("makes of a thousand moves of a card one struct", () => {
  const doc = new Y.Doc();
  for (let n = 0; n < 1_000; n += 1) {
    doc.getMap("places").set("a", n);
    doc.getMap("places").set("b", n);
  }

  const thin = thinned(doc);

  expect(historyShare(doc)).toEqual({ past: 1_998, rest: 2 });
  expect(historyShare(thin)).toEqual({ past: 0, rest: 3 });
  expect(Y.encodeStateVector(thin)).toEqual(Y.encodeStateVector(doc));
});

it("does not bring a replica up to date that lacks some of what was left out", () => {
  const [whole, behind] = [new Y.Doc(), new Y.Doc()];
  whole.getMap("places").set("a", 1);
  tell(whole, behind);
  whole.getMap("places").set("a", 2);

  tell(thinned(whole), behind);

  expect(behind.getMap("places").get("a")).toBeUndefined(); // why rooms send such a replica away
});
