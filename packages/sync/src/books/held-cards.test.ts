import type { CardOwner, HeldCard } from "@hefboom/board";
import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { RoomHeldCards } from "./held-cards.ts";

const [els, piet] = [newId(), newId()];

function aHeld(state: HeldCard["state"] = "draft"): HeldCard {
  const place = { lever: null, order: "a0" };
  return { cardId: newId(), state, since: 1, facts: { kind: "note" }, place, text: "nog niet" };
}
const ownedBy = (personId: string, { cardId }: HeldCard): CardOwner => ({
  ...{ cardId, personId, consent: "none", speakerAgrees: false, isDeleted: false },
});

it("counts of each person what nobody else has seen, also what was stored before", () => {
  const [stored, hidden] = [aHeld(), aHeld("hidden")];
  const held = new RoomHeldCards([stored, hidden], [ownedBy(els, stored), ownedBy(els, hidden)]);
  const waiting = aHeld("waiting");

  held.hold(waiting, els);
  held.hold(aHeld(), piet);
  held.hold(aHeld(), null);
  const whileUnseen = held.unseenBy(els);
  held.put({ ...waiting, state: "hidden" });
  held.put({ ...stored, state: "due", text: "anders" });
  const whileDue = held.unseenBy(els);
  held.delete(stored.cardId);

  expect([whileUnseen, whileDue, held.unseenBy(els), held.unseenBy(piet)]).toEqual([2, 1, 0, 1]);
});
