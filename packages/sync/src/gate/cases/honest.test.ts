import { textsOf } from "@hefboom/board";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { GateBench, updateOf } from "../../testing/gate-bench.ts";

// What honest clients do inside a text they may edit, and the gate must let through.

it("typing, pasting, deleting and replacing all", () => {
  const bench = new GateBench();
  const replica = bench.replica();
  const text = bench.textOf(bench.mine, replica);

  const kinds = [
    updateOf(replica, () => text.insert(0, "H")),
    updateOf(replica, () => text.insert(1, "allo 👋🏽 ")),
    updateOf(replica, () => text.delete(2, 3)),
    updateOf(replica, () => {
      text.delete(0, text.length);
      text.insert(0, "opnieuw");
    }),
  ].map((update) => bench.take(update).kind);

  expect(kinds).toEqual(["apply", "apply", "apply", "apply"]);
  expect(bench.textOf(bench.mine).toString()).toBe("opnieuw");
});

it("two people at once in one text, each with letters the other has not seen", () => {
  const bench = new GateBench();
  const [a, b] = [bench.replica(), bench.replica()];
  const facilitator = { ...bench.other, role: "facilitator" } as const;
  const fromA = updateOf(a, () => bench.textOf(bench.mine, a).insert(0, "A"));
  const fromB = updateOf(b, () => bench.textOf(bench.mine, b).delete(0, 4));

  const kinds = [bench.take(fromA).kind, bench.take(fromB, facilitator).kind];

  expect(kinds).toEqual(["apply", "apply"]);
  expect(bench.textOf(bench.mine).toString()).toBe("Amij");
});

it("two people who replace all at once", () => {
  const bench = new GateBench();
  const [a, b] = [bench.replica(), bench.replica()];
  const facilitator = { ...bench.other, role: "facilitator" } as const;
  const replacing = (doc: Y.Doc, next: string) =>
    updateOf(doc, () => {
      const text = bench.textOf(bench.mine, doc);
      doc.transact(() => {
        text.delete(0, text.length);
        text.insert(0, next);
      });
    });
  const [fromA, fromB] = [replacing(a, "heel"), replacing(b, "anders")];

  const kinds = [bench.take(fromA).kind, bench.take(fromB, facilitator).kind];

  expect(kinds).toEqual(["apply", "apply"]);
  expect(bench.textOf(bench.mine).toString()).toMatch(/^(heelanders|andersheel)$/);
});

it("letters between letters that somebody else typed meanwhile between the same two", () => {
  const bench = new GateBench();
  const [a, b] = [bench.replica(), bench.replica()];
  const facilitator = { ...bench.other, role: "facilitator" } as const;
  const fromA = updateOf(a, () => bench.textOf(bench.mine, a).insert(3, "aaa"));
  const fromB = updateOf(b, () => bench.textOf(bench.mine, b).insert(3, "bbb"));

  const kinds = [bench.take(fromA).kind, bench.take(fromB, facilitator).kind];

  expect(kinds).toEqual(["apply", "apply"]);
  expect(bench.textOf(bench.mine).toString()).toMatch(/^van(aaabbb|bbbaaa) mij$/);
});

it("undo and redo, of typing and of deleting", () => {
  const bench = new GateBench();
  const replica = bench.replica();
  const text = bench.textOf(bench.mine, replica);
  const undo = new Y.UndoManager(text, { captureTimeout: 0 });

  const kinds = [
    updateOf(replica, () => text.insert(0, "weg ")),
    updateOf(replica, () => undo.undo()),
    updateOf(replica, () => undo.redo()),
    updateOf(replica, () => text.delete(0, 8)),
    updateOf(replica, () => undo.undo()),
  ].map((update) => bench.take(update).kind);

  expect(kinds).toEqual(Array.from({ length: 5 }, () => "apply"));
  expect(bench.textOf(bench.mine).toString()).toBe("weg van mij");
});

it("a reconnect that sends all it knows, with the whole delete set, is no write", () => {
  const bench = new GateBench();
  bench.removeCard(bench.addCard(bench.other, "weg"));
  const replica = bench.replica();
  bench.take(updateOf(replica, () => bench.textOf(bench.mine, replica).delete(0, 3)));

  const verdict = bench.take(Y.encodeStateAsUpdate(replica));

  expect(verdict.kind).toBe("nothing");
});

it("a reconnect's whole delete set beside what was typed offline", () => {
  const bench = new GateBench();
  const gone = bench.addCard(bench.other, "weg");
  const replica = bench.replica();
  bench.removeCard(gone);
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(bench.doc));
  bench.textOf(bench.mine, replica).insert(0, "nog ");
  const answer = Y.encodeStateAsUpdate(replica, Y.encodeStateVector(bench.doc));

  const verdict = bench.take(answer);

  expect(verdict).toMatchObject({ kind: "apply", cards: new Set([bench.mine]) });
  expect(bench.textOf(bench.mine).toString()).toBe("nog van mij");
});

it("a resend of everything known is no write", () => {
  const bench = new GateBench();
  const replica = bench.replica();
  const typed = updateOf(replica, () => bench.textOf(bench.mine, replica).insert(0, "een "));
  bench.take(typed);

  const kinds = [typed, Y.encodeStateAsUpdate(bench.doc)].map((one) => bench.take(one).kind);

  expect(kinds).toEqual(["nothing", "nothing"]);
});

it("a resend that holds both known and new letters", () => {
  const bench = new GateBench();
  const replica = bench.replica();
  const text = bench.textOf(bench.mine, replica);
  bench.take(updateOf(replica, () => text.insert(0, "een ")));
  text.insert(4, "twee ");

  const verdict = bench.take(Y.encodeStateAsUpdate(replica));

  expect(verdict.kind).toBe("apply");
  expect(bench.textOf(bench.mine).toString()).toBe("een twee van mij");
});

it("letters typed and deleted again before they were sent", () => {
  const bench = new GateBench();
  const replica = bench.replica(99);
  const text = bench.textOf(bench.mine, replica);
  text.insert(3, "weg");
  text.delete(3, 3);
  text.insert(0, "H");

  const verdict = bench.take(Y.encodeStateAsUpdate(replica, Y.encodeStateVector(bench.doc)));

  expect(verdict.kind).toBe("apply");
  expect(bench.textOf(bench.mine).toString()).toBe("Hvan mij");
});

it("typing into a text that was deleted meanwhile, and what this client types next elsewhere", () => {
  const bench = new GateBench();
  const second = bench.addCard(bench.me, "nog een");
  const replica = bench.replica();
  bench.removeCard(bench.mine);

  const late = bench.take(
    updateOf(replica, () => bench.textOf(bench.mine, replica).insert(3, "!")),
  );
  const next = bench.take(updateOf(replica, () => bench.textOf(second, replica).insert(0, "en ")));

  expect([late.kind, next.kind]).toEqual(["apply", "apply"]);
  expect(bench.textOf(second).toString()).toBe("en nog een");
  expect(textsOf(bench.doc).has(bench.mine)).toBe(false);
  expect(bench.doc.store.pendingStructs).toBeNull();
});

it("typing into a text that was emptied and deleted meanwhile, by its parent's id", () => {
  const bench = new GateBench();
  const second = bench.addCard(bench.me, "nog een");
  const replica = bench.replica();
  bench.take(
    updateOf(replica, () => bench.textOf(bench.mine, replica).delete(0, "van mij".length)),
  );
  const late = bench.replica();
  bench.removeCard(bench.mine);

  const first = bench.take(updateOf(late, () => bench.textOf(bench.mine, late).insert(0, "x")));
  const next = bench.take(updateOf(late, () => bench.textOf(second, late).insert(0, "en ")));

  expect([first.kind, next.kind]).toEqual(["apply", "apply"]);
  expect(bench.textOf(second).toString()).toBe("en nog een");
});

it("letters typed into an empty text", () => {
  const bench = new GateBench();
  const replica = bench.replica();
  const text = bench.textOf(bench.mine, replica);
  bench.take(updateOf(replica, () => text.delete(0, text.length)));
  const fresh = bench.replica();

  const verdict = bench.take(updateOf(fresh, () => bench.textOf(bench.mine, fresh).insert(0, "x")));

  expect(verdict.kind).toBe("apply");
  expect(bench.textOf(bench.mine).toString()).toBe("x");
});

it("a text at its limit that is replaced by another as long", () => {
  const bench = new GateBench();
  const replica = bench.replica();
  const text = bench.textOf(bench.mine, replica);
  bench.take(updateOf(replica, () => text.insert(7, "x".repeat(1_193))));

  const verdict = bench.take(
    updateOf(replica, () => {
      replica.transact(() => {
        text.delete(0, 1_200);
        text.insert(0, "y".repeat(1_200));
      });
    }),
  );

  expect(verdict.kind).toBe("apply");
  expect(bench.textOf(bench.mine).length).toBe(1_200);
});
