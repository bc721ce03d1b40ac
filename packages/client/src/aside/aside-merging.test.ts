import type { Aside, AsideCard } from "@hefboom/contract/messages";
import fc from "fast-check";
import { expect, it, vi } from "vitest";

import { FakeAsides } from "../testing/fake-asides.ts";
import { BesideBoard } from "./beside-board.ts";

const ids = ["a", "b", "c", "d"];
const card: fc.Arbitrary<AsideCard> = fc.record({
  cardId: fc.constantFrom(...ids),
  state: fc.constantFrom("draft", "waiting", "hidden"),
  facts: fc.constant({ kind: "note" } as const),
  place: fc.record({ lever: fc.constantFrom("h01", "h02", null), order: fc.constant("a0") }),
  text: fc.string({ maxLength: 3 }),
  isOwn: fc.boolean(),
});
const dots = fc.dictionary(fc.constantFrom(...ids), fc.nat(3), { maxKeys: 3 });
/** All that one socket may know at one moment. */
const whole = fc.record({
  cards: fc.uniqueArray(card, { selector: ({ cardId }) => cardId, maxLength: 4 }),
  votes: dots,
  votesFor: fc.dictionary(fc.constantFrom("tafel 1", "tafel 2"), dots, { maxKeys: 2 }),
  isHandUp: fc.boolean(),
  staff: fc.record({
    drafts: fc.nat(9),
    voters: fc.nat(9),
    hands: fc.constant([]),
    stopped: fc.constant([]),
  }),
});

function aBesideBoard(onCard: (cardId: string) => void = () => undefined): BesideBoard {
  return new BesideBoard({
    send: () => true,
    random: () => 0.5,
    now: () => 0,
    isPending: () => false,
    mayArrive: () => false,
    onCard,
    onPart: () => undefined,
  });
}

function shownBy(beside: BesideBoard) {
  const { votes, votesFor, isHandUp, staff } = beside.parts;
  return {
    cards: ids.map((cardId) => beside.held(cardId)),
    parts: [votes(), votesFor(), isHandUp(), staff()],
  };
}

it("shows the last whole, whatever the changes to it were split into", () => {
  fc.assert(
    fc.property(
      fc.array(whole, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.boolean()),
      (moments, isTold) => {
        const beside = aBesideBoard();
        const told = new FakeAsides();
        for (const moment of moments) {
          // What is not told in its moment is told with a later one.
          if (!isTold.next().value && moment !== moments.at(-1)) continue;
          const aside = told.next(moment, 0);
          if (aside !== undefined) beside.take(aside);
        }

        const atOnce = aBesideBoard();
        atOnce.take({ isWhole: true, now: 0, ...moments.at(-1) });

        expect(shownBy(beside)).toEqual(shownBy(atOnce));
      },
    ),
  );
});

it("forgets with a whole what is not in it", () => {
  fc.assert(
    fc.property(whole, (before) => {
      const beside = aBesideBoard();
      beside.take({ isWhole: true, now: 0, ...before });

      beside.take({ isWhole: true, now: 0 });

      expect(shownBy(beside)).toEqual(shownBy(aBesideBoard()));
    }),
  );
});

it("keeps the objects of what was told again, and says nothing of it", () => {
  fc.assert(
    fc.property(whole, (moment) => {
      const onCard = vi.fn();
      const beside = aBesideBoard(onCard);
      beside.take(copyOf(moment));
      const before = shownBy(beside);
      onCard.mockClear();

      beside.take(copyOf(moment));

      const after = shownBy(beside);
      expect(after.cards.every((each, index) => each === before.cards[index])).toBe(true);
      expect(after.parts.every((each, index) => each === before.parts[index])).toBe(true);
      expect(onCard).not.toHaveBeenCalled();
    }),
  );
});

// A copy through JSON has the same type: an aside is plain.
const copyOf = (moment: Omit<Aside, "isWhole" | "now">) =>
  JSON.parse(JSON.stringify({ isWhole: true, now: 0, ...moment })) as Aside;
