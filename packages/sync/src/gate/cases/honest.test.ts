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

it("undo and redo", () => {
  const bench = new GateBench();
  const replica = bench.replica();
  const text = bench.textOf(bench.mine, replica);
  const undo = new Y.UndoManager(text);

  const kinds = [
    updateOf(replica, () => text.insert(0, "weg ")),
    updateOf(replica, () => undo.undo()),
    updateOf(replica, () => undo.redo()),
  ].map((update) => bench.take(update).kind);

  expect(kinds).toEqual(["apply", "apply", "apply"]);
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
  expect(bench.doc.store.pendingStructs).toBeNull();
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
