import { cardsOf, leversOf, metaOf, peopleOf, placesOf, textsOf } from "@hefboom/board";
import { aCreate, anActor } from "@hefboom/board/testing";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { DearUpdates } from "../../testing/dear-updates.ts";
import { attacks } from "../../testing/gate-attacks/attacks.ts";
import { GateBench, updateOf } from "../../testing/gate-bench.ts";
import { openTestRoom } from "../../testing/open-test-room.ts";
import { rawUpdate } from "../../testing/raw-update.ts";

// Rows of "What must hold" as far as the gate alone answers for them.

const jsonOf = (doc: Y.Doc) => [
  ...[metaOf, leversOf, cardsOf, placesOf, peopleOf].map((root) => root(doc).toJSON()),
  textsOf(doc).toJSON(),
];

/** What somebody reads who comes in now, and who reads the board from its log after a restart. */
async function readers({ room, openAgain }: Awaited<ReturnType<typeof openTestRoom>>) {
  const joiner = new Y.Doc();
  Y.applyUpdateV2(joiner, (await room.state()).update);
  const restarted = await openAgain();
  return [jsonOf(joiner), await restarted.read(jsonOf)];
}

describe.each(["with a gap before it", "cut in the middle"])("an update %s", (how) => {
  it(`B01 B05 is refused whole: memory, joiners, log and restart agree`, async () => {
    const opened = await openTestRoom();
    const { room } = opened;
    const author = anActor();
    const create = aCreate({ text: "eerst" });
    await room.submit(author, [create]);
    const replica = new Y.Doc();
    Y.applyUpdateV2(replica, (await room.state()).update);
    const text = textsOf(replica).get(create.cardId);
    const first = updateOf(replica, () => text?.insert(0, "kwijt "));
    const next = updateOf(replica, () => text?.insert(6, "en gevonden "));
    const update = how === "cut in the middle" ? first.subarray(0, -6) : next;
    const before = await room.read(jsonOf);

    const outcome = await room.textEdit(author, update);

    expect(["refuse", "malformed"]).toContain(outcome.kind);
    expect(await room.read(jsonOf)).toEqual(before);
    expect(await readers(opened)).toEqual([before, before]);
    expect(await room.read(({ store }) => [store.pendingStructs, store.pendingDs])).toEqual([
      null,
      null,
    ]);
  });
});

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** What `fixedWork` takes on the project's machine when it is quiet. */
const FIXED_WORK_MS = 8;
/** Of the kind that Yjs does most here: putting something into the middle of a long list. */
function fixedWork(): void {
  const list = Array.from({ length: 40_000 }, (_, index) => ({ index }));
  for (let count = 0; count < 1_000; count += 1) list.splice(20_000, 0, { index: count });
}

describe("on a board of 10,000 cards", () => {
  const dear = new DearUpdates(10_000);
  /** The best of eight, as on a machine that does nothing else: a fixed work beside it tells how busy this one is. */
  const quietMs = (run: () => void) =>
    Math.min(
      ...Array.from({ length: 8 }, () => {
        const beforeMs = timed(fixedWork);
        const ms = timed(run);
        const busyness = Math.max(1, (beforeMs + timed(fixedWork)) / 2 / FIXED_WORK_MS);
        return ms / busyness;
      }),
    );

  it.each(Object.entries(dear.legal()))(
    "B02 the dearest that is let through holds nobody up for 50 ms: %s",
    (_name, update) => {
      const { bench, actor } = dear;
      const twins = [bench.replica(), bench.replica(), bench.replica()];

      const ms = quietMs(() => {
        const verdict = bench.judge(update, actor);
        expect(["apply", "nothing"]).toContain(verdict.kind);
        const twin = twins.pop();
        if (verdict.kind === "apply" && twin) Y.applyUpdate(twin, verdict.update);
      });

      expect(ms).toBeLessThan(50);
    },
  );

  it.each(Object.entries(dear.illegal()))(
    "B02 the dearest refusals take no 10 ms: %s",
    (_name, update) => {
      const { bench, actor } = dear;

      const ms = quietMs(() => {
        const { kind } = bench.judge(update, actor);
        expect(["refuse", "malformed", "too-big"]).toContain(kind);
      });

      expect(ms).toBeLessThan(10);
    },
  );
});

it("B06 nobody writes under another's clientID: what the victim types next stays", () => {
  const bench = new GateBench();
  const victim = bench.replica(1_234);
  const typing = (letters: string) =>
    updateOf(victim, () => {
      const text = bench.textOf(bench.theirs, victim);
      text.insert(text.length, letters);
    });
  bench.take(typing(" een"), bench.other);
  const thief = bench.replica();
  thief.clientID = 1_234; // only now: Yjs takes another when it hears of its own

  const stolen = bench.take(updateOf(thief, () => bench.textOf(bench.mine, thief).insert(0, "x")));
  const online = bench.take(typing(" twee"), bench.other);
  const offline = bench.take(Y.mergeUpdates([typing(" drie"), typing(" vier")]), bench.other);

  expect([stolen.kind, online.kind, offline.kind]).toEqual(["refuse", "apply", "apply"]);
  expect(bench.textOf(bench.theirs).toString()).toBe("van een ander een twee drie vier");
});

it("B06 nobody takes a clientID that another only announced", () => {
  const bench = new GateBench();
  bench.clients.claim(1_234, bench.other.personId);
  const [victim, thief] = [bench.replica(1_234), bench.replica(1_234)];

  const stolen = bench.take(updateOf(thief, () => bench.textOf(bench.mine, thief).insert(0, "x")));
  const typed = bench.take(
    updateOf(victim, () => bench.textOf(bench.theirs, victim).insert(0, "nu ")),
    bench.other,
  );

  expect([stolen.kind, typed.kind]).toEqual(["refuse", "apply"]);
});

it("B07 nobody deletes what does not exist yet: what the victim types next stays", () => {
  const bench = new GateBench();
  const victim = bench.replica(1_234);
  const typing = (letters: string) =>
    updateOf(victim, () => bench.textOf(bench.theirs, victim).insert(0, letters));
  bench.take(typing("een "), bench.other);
  const ahead = rawUpdate([], [{ clientId: 1_234, ranges: [[4, 5]] }]);

  const refused = bench.take(ahead);
  const next = bench.take(typing("twee "), bench.other);

  expect([refused.kind, next.kind]).toEqual(["refuse", "apply"]);
  expect(bench.textOf(bench.theirs).toString()).toBe("twee een van een ander");
});

it.each(["4,900 nested maps", "20,000 nested maps", "a type inside a text"])(
  "B08 nothing nested gets in, and the room opens for joiners: %s",
  (name) => {
    const bench = new GateBench();

    const verdict = bench.take(attacks[name]?.(bench, bench.replica()) ?? Uint8Array.of());

    expect(["refuse", "too-big"]).toContain(verdict.kind);
    expect(metaOf(bench.replica()).toJSON()).toEqual(metaOf(bench.doc).toJSON());
  },
);
