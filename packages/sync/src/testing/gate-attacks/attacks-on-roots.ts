import { cardsOf, leversOf, metaOf, peopleOf, placesOf, textsOf } from "@hefboom/board";
import * as Y from "yjs";

import { updateOf } from "../gate-bench.ts";
import { characters, rawLetters, rawUpdate } from "../raw-update.ts";
import { type Attack, holderOf, NEW_CLIENT } from "./attack.ts";

const NEW_KEY = "x".repeat(20);

/** What writes anywhere but in the texts. */
export const attacksOnRoots: Readonly<Record<string, Attack>> = {
  "a new key of cards": (_bench, replica) =>
    updateOf(replica, () => cardsOf(replica).set(NEW_KEY, { kind: "note" })),
  "a known key of cards": (bench, replica) =>
    updateOf(replica, () => cardsOf(replica).set(bench.mine, { kind: "quote" })),
  "a known key of places": (bench, replica) =>
    updateOf(replica, () => placesOf(replica).set(bench.mine, { lever: "h02", order: "a0" })),
  "a new key of texts": (_bench, replica) =>
    updateOf(replica, () => textsOf(replica).set(NEW_KEY, new Y.Text("x"))),
  "another text under a card's own key": (bench, replica) =>
    updateOf(replica, () => textsOf(replica).set(bench.mine, new Y.Text("x"))),
  "a text written beside a card's own key, by left origin": (bench) =>
    rawLetters(NEW_CLIENT, { left: holderOf(bench.textOf(bench.mine)) }),
  "a card's removal": (bench, replica) =>
    updateOf(replica, () => textsOf(replica).delete(bench.mine)),
  "a place's removal": (bench, replica) =>
    updateOf(replica, () => placesOf(replica).delete(bench.mine)),
  "a lever": (_bench, replica) => updateOf(replica, () => leversOf(replica).delete("h01")),
  "a person's name": (bench, replica) =>
    updateOf(replica, () => peopleOf(replica).set(bench.me.personId, { name: "Els", hue: 1 })),
  "the phase": (_bench, replica) => updateOf(replica, () => metaOf(replica).set("phase", {})),
  "a new key of meta": (_bench, replica) =>
    updateOf(replica, () => metaOf(replica).set("anything", 1)),
  "votes in results": (_bench, replica) =>
    updateOf(replica, () => replica.getMap("results").set("h01", 99)),
  "a root of its own": (_bench, replica) =>
    updateOf(replica, () => replica.getText("other").insert(0, "x")),
  "letters in the root texts itself": () =>
    rawUpdate([
      {
        clientId: NEW_CLIENT,
        clock: 0,
        structs: [{ kind: "item", parent: "texts", content: characters("x") }],
      },
    ]),
  "__proto__ as a key": (_bench, replica) =>
    updateOf(replica, () => metaOf(replica).set("__proto__", { polluted: true })),
  "__proto__ as a root": (_bench, replica) =>
    updateOf(replica, () => replica.getText("__proto__").insert(0, "x")),
};
