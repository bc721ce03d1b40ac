import { TEXT_MAX_LENGTH_TYPED } from "@hefboom/board";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { attacks } from "../../testing/gate-attacks/attacks.ts";
import { GateBench, updateOf } from "../../testing/gate-bench.ts";
import { hiddenBehind } from "../../testing/raw-update.ts";

describe.each(Object.entries(attacks))("%s", (_name, attack) => {
  it("is refused whole and changes nothing", () => {
    const bench = new GateBench();
    const replica = bench.replica();
    const update = attack(bench, replica);
    const before = Y.encodeStateAsUpdate(bench.doc);

    const verdict = bench.take(update);

    expect(["refuse", "malformed", "too-big"]).toContain(verdict.kind);
    expect(Y.encodeStateAsUpdate(bench.doc)).toEqual(before);
  });

  it("is refused hidden behind legal letters of the same message", () => {
    const bench = new GateBench();
    const honest = bench.replica(99);
    const legal = updateOf(honest, () => bench.textOf(bench.mine, honest).insert(0, "goed "));
    const update = attack(bench, bench.replica());
    const before = Y.encodeStateAsUpdate(bench.doc);

    const verdict = bench.take(hiddenBehind(legal, update));

    expect(["refuse", "malformed", "too-big"]).toContain(verdict.kind);
    expect(Y.encodeStateAsUpdate(bench.doc)).toEqual(before);
  });
});

it("refuses letters under another's clientID, so that what the victim types next stays", () => {
  const bench = new GateBench();
  const victim = bench.replica(1_234);
  bench.take(
    updateOf(victim, () => bench.textOf(bench.theirs, victim).insert(0, "een")),
    bench.other,
  );
  const thief = bench.replica();
  thief.clientID = 1_234; // only now: Yjs takes another when it hears of its own

  const stolen = bench.take(updateOf(thief, () => bench.textOf(bench.mine, thief).insert(0, "x")));
  const next = bench.take(
    updateOf(victim, () => bench.textOf(bench.theirs, victim).insert(3, "twee")),
    bench.other,
  );

  expect([stolen.kind, next.kind]).toEqual(["refuse", "apply"]);
  expect(bench.textOf(bench.theirs).toString()).toBe("eentweevan een ander");
});

it("refuses the second of two updates, each legal, that together break the length limit", () => {
  const bench = new GateBench();
  const [a, b] = [bench.replica(), bench.replica()];
  const half = "x".repeat(TEXT_MAX_LENGTH_TYPED / 2);
  const first = updateOf(a, () => bench.textOf(bench.mine, a).insert(0, half));
  const second = updateOf(b, () => bench.textOf(bench.mine, b).insert(0, half));

  const verdicts = [bench.take(first), bench.take(second)];

  expect(verdicts).toMatchObject([{ kind: "apply" }, { kind: "refuse", code: "too-long" }]);
});

it("refuses an unpaired surrogate written by hand, and bytes that are no update", () => {
  const bench = new GateBench();

  const kinds = [
    bench.take(Uint8Array.of(1, 1, 1, 0, 132, 255)).kind,
    bench.take(Uint8Array.of()).kind,
    bench.take(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 1)).kind,
  ];

  expect(kinds).toEqual(["malformed", "malformed", "malformed"]);
});
