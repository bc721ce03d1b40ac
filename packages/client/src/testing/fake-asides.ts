import type { Aside } from "@hefboom/contract/messages";

type Whole = Omit<Aside, "isWhole" | "now" | "gone">;

/** What was told to one socket beside the document, so that the next time only what changed is told. */
export class FakeAsides {
  #told: Whole | undefined;

  /** @returns what there is to tell now; `undefined`: nothing new */
  next(whole: Whole, now: number): Aside | undefined {
    const told = this.#told;
    this.#told = whole;
    if (told === undefined) return { isWhole: true, now, ...whole };
    const { cards, ...parts } = whole;
    const changes = {
      ...changedCards(told.cards ?? [], cards ?? []),
      ...changedParts(told, parts),
    };
    return Object.keys(changes).length > 0 ? { isWhole: false, now, ...changes } : undefined;
  }
}

type Cards = NonNullable<Aside["cards"]>;

function changedCards(before: Cards, after: Cards): Pick<Aside, "cards" | "gone"> {
  const known = new Map(before.map((card) => [card.cardId, JSON.stringify(card)]));
  const cards = after.filter((card) => known.get(card.cardId) !== JSON.stringify(card));
  const here = new Set(after.map(({ cardId }) => cardId));
  const gone = [...known.keys()].filter((cardId) => !here.has(cardId));
  return { ...(cards.length > 0 && { cards }), ...(gone.length > 0 && { gone }) };
}

function changedParts(before: Whole, after: Omit<Whole, "cards">): Omit<Whole, "cards"> {
  const known = new Map(
    Object.entries(before).map(([part, value]) => [part, JSON.stringify(value)]),
  );
  return Object.fromEntries(
    Object.entries(after).filter(([part, value]) => known.get(part) !== JSON.stringify(value)),
  );
}
