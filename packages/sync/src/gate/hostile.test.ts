import { cardsOf, metaOf, placesOf, TEXT_MAX_LENGTH_TYPED, textsOf } from "@hefboom/board";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { GateBench, updateOf } from "../testing/index.ts";

type Attack = (bench: GateBench, replica: Y.Doc) => Uint8Array;

/** One struct in update v1, written by hand where no Yjs API would. */
function rawUpdate(clientId: number, clock: number, write: (encoder: encoding.Encoder) => void) {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1); // one client
    encoding.writeVarUint(encoder, 1); // one struct
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    write(encoder);
    encoding.writeVarUint(encoder, 0); // no deletions
  });
}

function deletion(clientId: number, clock: number, length: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0); // no structs
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, length);
  });
}

const idOfFirst = (text: Y.Text): Y.ID => {
  const first = text._start;
  if (first === null) throw new Error("an empty text has no first letter");
  return first.id;
};
const RIGHT_ORIGIN = 0x40;
const STRING = 4;

const attacks: Record<string, Attack> = {
  "characters in another's text": (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.theirs, replica).insert(2, "x")),
  "characters before another's text, by right origin only": (bench, replica) => {
    const right = idOfFirst(bench.textOf(bench.theirs, replica));
    return rawUpdate(4_711, 0, (encoder) => {
      encoding.writeUint8(encoder, RIGHT_ORIGIN | STRING);
      encoding.writeVarUint(encoder, right.client);
      encoding.writeVarUint(encoder, right.clock);
      encoding.writeVarString(encoder, "x");
    });
  },
  "characters between one's own text and another's": (bench, replica) => {
    const left = idOfFirst(bench.textOf(bench.mine, replica));
    const right = idOfFirst(bench.textOf(bench.theirs, replica));
    return rawUpdate(4_711, 0, (encoder) => {
      encoding.writeUint8(encoder, 0x80 | RIGHT_ORIGIN | STRING);
      encoding.writeVarUint(encoder, left.client);
      encoding.writeVarUint(encoder, left.clock);
      encoding.writeVarUint(encoder, right.client);
      encoding.writeVarUint(encoder, right.clock);
      encoding.writeVarString(encoder, "x");
    });
  },
  "characters into an emptied text of another, by parent id": (bench, replica) => {
    const text = bench.textOf(bench.theirs);
    bench.take(
      updateOf(bench.doc, () => text.delete(0, text.length)),
      bench.other,
    );
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(bench.doc));
    return updateOf(replica, () => bench.textOf(bench.theirs, replica).insert(0, "x"));
  },
  "a deletion in another's text": (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.theirs, replica).delete(0, 1)),
  "a delete range that runs over from one's own text": (bench, replica) => {
    const { client, clock } = idOfFirst(bench.textOf(bench.mine, replica));
    return deletion(client, clock, Y.getState(bench.doc.store, client) - clock);
  },
  "a deletion of what does not exist yet": (bench) => {
    const client = bench.doc.clientID;
    return deletion(client, Y.getState(bench.doc.store, client), 5);
  },
  "a huge delete range of an unknown client": () => deletion(1, 0, 2 ** 40),
  "a key of cards": (_bench, replica) =>
    updateOf(replica, () => cardsOf(replica).set("x".repeat(20), { kind: "note" })),
  "a key that is there already": (bench, replica) =>
    updateOf(replica, () => placesOf(replica).set(bench.mine, { lever: "h02", order: "a0" })),
  "a card's removal": (bench, replica) =>
    updateOf(replica, () => textsOf(replica).delete(bench.mine)),
  "the phase": (_bench, replica) => updateOf(replica, () => metaOf(replica).set("phase", {})),
  "a root of its own": (_bench, replica) =>
    updateOf(replica, () => replica.getText("other").insert(0, "x")),
  "__proto__ as a key": (_bench, replica) =>
    updateOf(replica, () => metaOf(replica).set("__proto__", { polluted: true })),
  "a format": (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.mine, replica).format(0, 3, { bold: true })),
  "an embed": (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.mine, replica).insertEmbed(0, { image: "x" })),
  "a type inside a text": (bench, replica) =>
    updateOf(replica, () =>
      bench.textOf(bench.mine, replica).insertEmbed(0, new Y.Map() as unknown as object),
    ),
  "20,000 nested maps": (_bench, replica) =>
    updateOf(replica, () =>
      replica.transact(() => {
        let map = metaOf(replica) as Y.Map<unknown>;
        for (let depth = 0; depth < 4_900; depth += 1) {
          const inner = new Y.Map<unknown>();
          map.set("x", inner);
          map = inner;
        }
      }),
    ),
  "a subdocument": (_bench, replica) =>
    updateOf(replica, () => metaOf(replica).set("doc", new Y.Doc())),
  "a gap in the clocks": (bench, replica) => {
    const text = bench.textOf(bench.mine, replica);
    updateOf(replica, () => text.insert(0, "lost"));
    return updateOf(replica, () => text.insert(4, "x"));
  },
  NUL: (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.mine, replica).insert(0, "a\u0000b")),
  "more than a text may hold": (bench, replica) =>
    updateOf(replica, () =>
      bench.textOf(bench.mine, replica).insert(0, "x".repeat(TEXT_MAX_LENGTH_TYPED)),
    ),
  "letters that hang on letters of their own future": (bench) =>
    rawUpdate(4_711, 0, (encoder) => {
      encoding.writeUint8(encoder, 0x80 | STRING);
      encoding.writeVarUint(encoder, 4_711);
      encoding.writeVarUint(encoder, 3);
      encoding.writeVarString(encoder, bench.mine);
    }),
  "letters under a clientID of the server": (bench, replica) => {
    replica.clientID = bench.doc.clientID;
    return updateOf(replica, () => bench.textOf(bench.mine, replica).insert(0, "x"));
  },
  "clocks used up by a collected struct": () =>
    rawUpdate(4_711, 0, (encoder) => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 2 ** 31);
    }),
};

describe.each(Object.entries(attacks))("%s", (_name, attack) => {
  it("is refused whole and changes nothing", () => {
    const bench = new GateBench();
    const replica = bench.replica();
    const update = attack(bench, replica);
    const before = Y.encodeStateAsUpdate(bench.doc);

    const verdict = bench.take(update);

    expect(verdict.kind).not.toBe("apply");
    expect(verdict.kind).not.toBe("nothing");
    expect(Y.encodeStateAsUpdate(bench.doc)).toEqual(before);
  });

  it("is refused hidden behind legal letters of the same message", () => {
    const bench = new GateBench();
    const honest = bench.replica(99);
    const legal = updateOf(honest, () => bench.textOf(bench.mine, honest).insert(0, "goed "));
    const update = attack(bench, bench.replica());
    const before = Y.encodeStateAsUpdate(bench.doc);

    const verdict = bench.take(Y.mergeUpdates([legal, update]));

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
