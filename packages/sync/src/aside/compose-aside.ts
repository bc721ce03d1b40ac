import {
  type Actor,
  ballotOf,
  type HeldCard,
  isAlwaysAllowed,
  mayKnowOf,
  type Role,
  votedFor,
} from "@hefboom/board";
import type { Aside, AsideCard, GivenDots, StaffAside } from "@hefboom/contract/messages";

import type { BookChanges } from "../board-log.ts";
import type { RoomState } from "../state/room-state.ts";

type Sources = Pick<RoomState, "doc" | "books" | "owners">;

const leads = (role: Role) => isAlwaysAllowed(role, "manage");

/**
 * Everything that one person may know beside the document.
 * @param held where the cards are among that they may know of; absent: among all
 */
export function wholeAside(
  state: Sources,
  actor: Actor,
  now: number,
  held: Iterable<HeldCard> = state.books.held.values(),
): Aside {
  if (actor.role === "viewer") return { isWhole: true, now };
  const cards = [...held].flatMap((card) => cardFor(state, actor, card));
  return {
    isWhole: true,
    now,
    cards,
    votes: ownDots(state, actor),
    isHandUp: state.books.people.isHandUp(actor.personId),
    ...(actor.role === "scribe" && { votesFor: dotsForOthers(state) }),
    ...(leads(actor.role) && { staff: staffAside(state) }),
  };
}

/** What of a batch's changes is for this person; `undefined`: nothing. */
export function changedAside(
  state: Sources,
  changes: BookChanges,
  { actor, now }: { actor: Actor; now: number },
): Aside | undefined {
  if (actor.role === "viewer") return undefined;
  const { personId, role } = actor;
  // What is due stays a draft to its author until it is there.
  const cards = changes.held.flatMap((card) =>
    card.state === "due" ? [] : cardFor(state, actor, card),
  );
  const gone = changes.released.filter(
    (cardId) => leads(role) || state.owners.ownerOf(cardId)?.personId === personId,
  );
  const hasVoted = changes.votes.some(({ voter }) => voter === personId);
  const isForOthers = role === "scribe" && changes.votes.length > 0;
  const isMine = changes.people.some((person) => person.personId === personId);
  const parts = {
    ...(cards.length > 0 && { cards }),
    ...(gone.length > 0 && { gone }),
    ...(hasVoted && { votes: ownDots(state, actor) }),
    ...(isForOthers && { votesFor: dotsForOthers(state) }),
    ...(isMine && { isHandUp: state.books.people.isHandUp(personId) }),
    ...(leads(role) && { staff: staffAside(state) }),
  };
  return Object.keys(parts).length > 0 ? { isWhole: false, now, ...parts } : undefined;
}

/** Another ballot counts from now on. */
export function ballotAside(state: Sources, actor: Actor, now: number): Aside | undefined {
  if (actor.role === "viewer") return undefined;
  return {
    isWhole: false,
    now,
    votes: ownDots(state, actor),
    ...(actor.role === "scribe" && { votesFor: dotsForOthers(state) }),
    ...(leads(actor.role) && { staff: staffAside(state) }),
  };
}

function cardFor({ owners }: Sources, actor: Actor, card: HeldCard): AsideCard[] {
  if (!mayKnowOf(actor, card, owners)) return [];
  const { cardId, state, facts, place, text } = card;
  const isOwn = owners.ownerOf(cardId)?.personId === actor.personId;
  // What is due is on its way: to its author it is a draft until it is there.
  return [{ cardId, state: state === "due" ? "draft" : state, facts, place, text, isOwn }];
}

function ownDots({ doc, books }: Sources, { personId }: Actor): GivenDots {
  const ballot = ballotOf(doc);
  return ballot === undefined ? {} : Object.fromEntries(books.votes.dotsOf(ballot.id, personId));
}

function dotsForOthers({ doc, books }: Sources): Record<string, GivenDots> {
  const ballot = ballotOf(doc);
  if (ballot === undefined) return {};
  const given = new Map<string, GivenDots>();
  for (const [voter, dots] of books.votes.votersOf(ballot.id)) {
    const name = votedFor(voter);
    if (name !== undefined) given.set(name, Object.fromEntries(dots));
  }
  return Object.fromEntries(given); // whatever they are called, "__proto__" too
}

function staffAside({ doc, books }: Sources): StaffAside {
  const ballot = ballotOf(doc);
  return {
    drafts: books.held.drafts,
    voters: ballot === undefined ? 0 : books.votes.votersOf(ballot.id).size,
    hands: books.people.hands(),
    stopped: books.people.stopped(),
  };
}
