import { TEXT_MAX_LENGTH_TYPED } from "@hefboom/board";
import * as Y from "yjs";

import { updateOf } from "../gate-bench.ts";
import { deletedContent, rawLetters, rawUpdate } from "../raw-update.ts";
import { type Attack, holderOf, letterOf, NEW_CLIENT } from "./attack.ts";

/** Characters and deletions where only somebody else may write. */
export const attacksOnOthers: Readonly<Record<string, Attack>> = {
  "characters in another's text": (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.theirs, replica).insert(2, "x")),
  "characters after another's, by left origin only": (bench) =>
    rawLetters(NEW_CLIENT, { left: letterOf(bench.textOf(bench.theirs), 12) }),
  "characters before another's, by right origin only": (bench) =>
    rawLetters(NEW_CLIENT, { right: letterOf(bench.textOf(bench.theirs)) }),
  "characters between one's own text and another's": (bench) =>
    rawLetters(NEW_CLIENT, {
      left: letterOf(bench.textOf(bench.mine)),
      right: letterOf(bench.textOf(bench.theirs)),
    }),
  "characters into an emptied text of another, by parent id": (bench) => {
    const emptied = bench.addCard(bench.other, "x");
    const [owner, thief] = [bench.replica(), bench.replica()];
    const emptying = updateOf(owner, () => bench.textOf(emptied, owner).delete(0, 1));
    bench.take(emptying, bench.other);
    Y.applyUpdate(thief, emptying);
    return updateOf(thief, () => bench.textOf(emptied, thief).insert(0, "x"));
  },
  "a cut through another's emoji, by something that lands nowhere": (bench) => {
    const emoji = bench.addCard(bench.other, "👋");
    const left = letterOf(bench.textOf(emoji));
    const right = { client: NEW_CLIENT, clock: 0 };
    const cut = { kind: "item", left, right, content: deletedContent(1) } as const;
    const structs = [{ kind: "collected", length: 1 } as const, cut];
    return rawUpdate([{ clientId: NEW_CLIENT, clock: 0, structs }]);
  },
  "a deletion in another's text": (bench, replica) =>
    updateOf(replica, () => bench.textOf(bench.theirs, replica).delete(0, 1)),
  "a delete range that runs over from one's own text": (bench) => {
    const { client, clock } = letterOf(bench.textOf(bench.mine));
    const length = Y.getState(bench.doc.store, client) - clock;
    return rawUpdate([], [{ clientId: client, ranges: [[clock, length]] }]);
  },
  "a delete hidden in a struct's content, in another's text": (bench) => {
    const left = letterOf(bench.textOf(bench.theirs));
    const struct = { kind: "item", left, content: deletedContent(3) } as const;
    return rawUpdate([{ clientId: NEW_CLIENT, clock: 0, structs: [struct] }]);
  },
  "a delete hidden in a struct's content, that takes another's card": (bench) => {
    const left = holderOf(bench.textOf(bench.theirs));
    const struct = { kind: "item", left, content: deletedContent(1) } as const;
    return rawUpdate([{ clientId: NEW_CLIENT, clock: 0, structs: [struct] }]);
  },
  "a deletion of a text's holder": (bench) => {
    const { client, clock } = holderOf(bench.textOf(bench.mine));
    return rawUpdate([], [{ clientId: client, ranges: [[clock, 1]] }]);
  },
  "letters under a clientID of the server": (bench, replica) => {
    replica.clientID = bench.doc.clientID;
    return updateOf(replica, () => bench.textOf(bench.mine, replica).insert(0, "x"));
  },
  "letters under another's clientID": (bench, replica) => {
    const victim = bench.replica(1_234);
    const typed = updateOf(victim, () => bench.textOf(bench.theirs, victim).insert(0, "een"));
    bench.take(typed, bench.other);
    Y.applyUpdate(replica, typed);
    replica.clientID = 1_234; // only now: Yjs takes another when it hears of its own
    return updateOf(replica, () => bench.textOf(bench.mine, replica).insert(0, "x"));
  },
  "letters under a clientID that another announced": (bench, replica) => {
    bench.clients.claim(1_235, bench.other.personId);
    replica.clientID = 1_235;
    return updateOf(replica, () => bench.textOf(bench.mine, replica).insert(0, "x"));
  },
  "a deletion of what another will type next": (bench) => {
    const victim = bench.replica(1_236);
    bench.take(
      updateOf(victim, () => bench.textOf(bench.theirs, victim).insert(0, "een")),
      bench.other,
    );
    return rawUpdate([], [{ clientId: 1_236, ranges: [[3, 5]] }]);
  },
  "more than a text may hold": (bench, replica) =>
    updateOf(replica, () =>
      bench.textOf(bench.mine, replica).insert(0, "x".repeat(TEXT_MAX_LENGTH_TYPED)),
    ),
};
