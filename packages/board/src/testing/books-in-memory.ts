import type { HeldCard, WritableHeldCards } from "../commands/held/held-card.ts";
import type { WritablePeopleBook } from "../commands/lead/people-book.ts";
import type { WritableVoteBook } from "../commands/votes/vote-book.ts";

export class HeldInMemory extends Map<string, HeldCard> implements WritableHeldCards {
  readonly #authors = new Map<string, string | null>();

  unseenBy(personId: string): number {
    const own = [...this.values()].filter(({ cardId }) => this.#authors.get(cardId) === personId);
    return own.filter(({ state }) => state !== "hidden").length;
  }

  hold(card: HeldCard, personId: string | null): void {
    this.#authors.set(card.cardId, personId);
    this.put(card);
  }

  put(card: HeldCard): void {
    this.set(card.cardId, card);
  }
}

export class VotesInMemory implements WritableVoteBook {
  readonly #ballots = new Map<string, Map<string, Map<string, number>>>();

  dotsOf(ballotId: string, voter: string): ReadonlyMap<string, number> {
    return this.#ballots.get(ballotId)?.get(voter) ?? new Map();
  }

  tally(ballotId: string) {
    const dots = new Map<string, number>();
    const voters = [...(this.#ballots.get(ballotId)?.values() ?? [])].filter((one) => one.size > 0);
    for (const one of voters) {
      for (const [target, count] of one) dots.set(target, (dots.get(target) ?? 0) + count);
    }
    return { voters: voters.length, dots };
  }

  put(ballotId: string, { voter, target, dots }: Parameters<WritableVoteBook["put"]>[1]): void {
    const ballot = this.#ballots.get(ballotId) ?? new Map<string, Map<string, number>>();
    const given = ballot.get(voter) ?? new Map<string, number>();
    this.#ballots.set(ballotId, ballot.set(voter, given));
    if (dots === 0) given.delete(target);
    else given.set(target, dots);
  }
}

/** Knows everybody. */
export class PeopleInMemory implements WritablePeopleBook {
  readonly stopped = new Set<string>();
  readonly hands = new Map<string, number>();
  readonly names = new Map<string, string | null>();

  isStopped(personId: string): boolean {
    return this.stopped.has(personId);
  }

  isKnown(): boolean {
    return true;
  }

  setStopped(personId: string, at: number | null): void {
    if (at === null) this.stopped.delete(personId);
    else this.stopped.add(personId);
  }

  setHand(personId: string, at: number | null): void {
    if (at === null) this.hands.delete(personId);
    else this.hands.set(personId, at);
  }

  setName(personId: string, name: string | null): void {
    this.names.set(personId, name);
  }
}
