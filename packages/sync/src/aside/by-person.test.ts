import { type HeldCard, newId } from "@hefboom/board";
import { anActor } from "@hefboom/board/testing";
import { expect, it } from "vitest";

import { ChangesByPerson } from "./by-person.ts";

const [els, piet] = [anActor(), anActor()];

function aHall(cards: number) {
  const ids = Array.from({ length: cards }, newId);
  const held = ids.map((cardId): HeldCard => {
    const place = { lever: "h01", order: "a0" };
    return { cardId, state: "waiting", since: 0, facts: { kind: "note" }, place, text: "x" };
  });
  const asked = { count: 0 };
  const ownerOf = (cardId: string) => {
    asked.count += 1;
    const personId = cardId === ids[0] ? els.personId : piet.personId;
    return { cardId, personId, consent: "none", speakerAgrees: false, isDeleted: false } as const;
  };
  const votes = [els, piet].map(({ personId: voter }) => ({
    ballot: "b",
    voter,
    target: "t",
    dots: 1,
  }));
  return { ids, asked, owners: { ownerOf }, changes: { held, released: ids, votes, people: [] } };
}

it("gives a participant what is about their own cards and votes, and the staff all there is", () => {
  const { ids, owners, changes } = aHall(3);
  const byPerson = new ChangesByPerson(changes, owners);

  const ofEls = byPerson.of(els);

  expect(ofEls.held.map(({ cardId }) => cardId)).toEqual([ids[0]]);
  expect(ofEls.released).toEqual([ids[0]]);
  expect(ofEls.votes.map(({ voter }) => voter)).toEqual([els.personId]);
  expect(byPerson.of(anActor()).held).toEqual([]);
  for (const role of ["facilitator", "scribe"] as const) {
    expect(byPerson.of(anActor(role))).toBe(changes);
  }
});

it("looks at each card once, however many people are in the hall", () => {
  const { asked, owners, changes } = aHall(100);
  const byPerson = new ChangesByPerson(changes, owners);

  for (let n = 0; n < 1_000; n += 1) byPerson.of(anActor());

  expect(asked.count).toBe(200);
});
