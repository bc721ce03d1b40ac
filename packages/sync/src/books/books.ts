import type { BoardRecords, BookChanges } from "../board-log.ts";
import { RoomHeldCards } from "./held-cards.ts";
import { RoomPeople } from "./people.ts";
import { ToldActs } from "./told-acts.ts";
import { RoomVotes } from "./votes.ts";

/** What a board keeps beside its document, because it is secret, counted or personal. */
export interface Books {
  readonly held: RoomHeldCards;
  readonly votes: RoomVotes;
  readonly people: RoomPeople;
  readonly told: ToldActs;
}

export function openBooks({
  held,
  votes,
  people,
  owners,
}: Pick<BoardRecords, "held" | "votes" | "people" | "owners">): Books {
  return {
    held: new RoomHeldCards(held, owners),
    votes: new RoomVotes(votes),
    people: new RoomPeople(people),
    told: new ToldActs(),
  };
}

/** What changed since this was asked last; `undefined`: nothing, as with most batches. */
export function takeChanges({ held, votes, people }: Books): BookChanges | undefined {
  if (!held.hasChanges && !votes.hasChanges && !people.hasChanges) return undefined;
  return {
    ...held.takeChanges(),
    votes: votes.takeChanges(),
    people: people.takeChanges(),
  };
}
