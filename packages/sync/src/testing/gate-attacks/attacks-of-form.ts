import * as Y from "yjs";

import { updateOf } from "../gate-bench.ts";
import { characters, type RawId, type RawStruct, rawLetters, rawUpdate } from "../raw-update.ts";
import { type Attack, letterOf, NEW_CLIENT } from "./attack.ts";

const letter = (left: RawId, text = "x"): RawStruct => ({
  kind: "item",
  left,
  content: characters(text),
});
const alone = (structs: readonly RawStruct[], clock = 0) =>
  rawUpdate([{ clientId: NEW_CLIENT, clock, structs }]);

/** Clocks, ranges and neighbours that no Yjs client writes. */
export const attacksOfForm: Readonly<Record<string, Attack>> = {
  "a gap in the clocks": (bench, replica) => {
    const text = bench.textOf(bench.mine, replica);
    updateOf(replica, () => text.insert(0, "lost"));
    return updateOf(replica, () => text.insert(4, "x"));
  },
  "a gap inside the update": (bench) => {
    const { client, clock } = letterOf(bench.textOf(bench.mine), 6);
    const last = { client, clock };
    return alone([letter(last), { kind: "skip", length: 3 }, letter(last)]);
  },
  "a clock jump": (bench) =>
    alone([letter(letterOf(bench.textOf(bench.mine), 6))], Number.MAX_SAFE_INTEGER - 10),
  "clocks used up by a collected struct": () => alone([{ kind: "collected", length: 2 ** 31 }]),
  "clocks used up by many collected structs": () =>
    alone(Array.from({ length: 4_900 }, () => ({ kind: "collected", length: 1_000 }))),
  "letters that hang on letters of their own future": () =>
    alone([letter({ client: NEW_CLIENT, clock: 3 }), letter({ client: NEW_CLIENT, clock: 0 })]),
  "letters that hang on each other": () =>
    rawUpdate([
      { clientId: NEW_CLIENT + 1, clock: 0, structs: [letter({ client: NEW_CLIENT, clock: 0 })] },
      { clientId: NEW_CLIENT, clock: 0, structs: [letter({ client: NEW_CLIENT + 1, clock: 0 })] },
    ]),
  "letters that hang on an unknown client": () =>
    rawLetters(NEW_CLIENT, { left: { client: 5, clock: 0 } }),
  "a struct without length": (bench) => {
    const last = letterOf(bench.textOf(bench.mine), 6);
    return alone([letter(last, ""), letter(last)]);
  },
  "a collected struct without length": (bench) =>
    alone([{ kind: "collected", length: 0 }, letter(letterOf(bench.textOf(bench.mine), 6))]),
  "one client's structs in two blocks": (bench) => {
    const last = letterOf(bench.textOf(bench.mine), 6);
    return rawUpdate([
      { clientId: NEW_CLIENT, clock: 0, structs: [letter(last)] },
      { clientId: NEW_CLIENT + 1, clock: 0, structs: [letter(last)] },
      { clientId: NEW_CLIENT, clock: 1, structs: [letter({ client: NEW_CLIENT, clock: 0 })] },
    ]);
  },
  "a deletion of what does not exist yet": (bench) => {
    const clientId = bench.doc.clientID;
    return rawUpdate([], [{ clientId, ranges: [[Y.getState(bench.doc.store, clientId), 5]] }]);
  },
  "a huge delete range of an unknown client": () =>
    rawUpdate([], [{ clientId: 1, ranges: [[0, 2 ** 40]] }]),
  "a huge delete range of a known client": (bench) =>
    rawUpdate([], [{ clientId: bench.doc.clientID, ranges: [[0, 2 ** 52]] }]),
  "a delete range without length, past the end": (bench) => {
    const { client, clock } = letterOf(bench.textOf(bench.mine));
    const end = Y.getState(bench.doc.store, client);
    return rawUpdate(
      [],
      [
        {
          clientId: client,
          ranges: [
            [clock, 1],
            [end, 0],
          ],
        },
      ],
    );
  },
  "the same range twice": (bench) => {
    const { client, clock } = letterOf(bench.textOf(bench.mine));
    return rawUpdate(
      [],
      [
        {
          clientId: client,
          ranges: [
            [clock, 1],
            [clock, 1],
          ],
        },
      ],
    );
  },
  "a right neighbour before the left one": (bench) => {
    const text = bench.textOf(bench.mine);
    return rawLetters(NEW_CLIENT, { left: letterOf(text, 3), right: letterOf(text, 1) });
  },
  "neighbours that never stood side by side": (bench) => {
    const text = bench.textOf(bench.mine);
    return rawLetters(NEW_CLIENT, { left: letterOf(text, 0), right: letterOf(text, 4) });
  },
  "letters under one clientID more than allowed": (bench) => {
    const left = letterOf(bench.textOf(bench.mine), 6);
    return rawUpdate(
      Array.from({ length: 65 }, (_, index) => ({
        clientId: 10_065 - index,
        clock: 0,
        structs: [letter(left)],
      })),
    );
  },
  "more structs than allowed": (bench) => {
    const left = letterOf(bench.textOf(bench.mine), 6);
    const more = Array.from({ length: 5_000 }, (_, clock) => letter({ client: NEW_CLIENT, clock }));
    return alone([letter(left), ...more]);
  },
  "more bytes than allowed": (bench) =>
    alone([letter(letterOf(bench.textOf(bench.mine), 6), "x".repeat(65 * 1024))]),
  "bytes after nothing": () => Uint8Array.of(),
  "a number that never ends": () => Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 1),
};
