import { expect, it } from "vitest";

import { dotsOn, voteLess, voteMore, votesLeft } from "./ballot.ts";

const ballot = { dots: 3 };

it("counts what is left of the budget", () => {
  expect(votesLeft(ballot, {})).toBe(3);
  expect(votesLeft(ballot, { a: 2, b: 1 })).toBe(0);
  expect(votesLeft({ dots: 1 }, { a: 2 })).toBe(0);
});

it("gives one dot more, and none beyond the budget", () => {
  expect(voteMore(ballot, { a: 1 }, ["a"])).toEqual({ target: "a", dots: 2 });
  expect(voteMore(ballot, { a: 1, b: 2 }, ["a"])).toBeUndefined();
});

it("takes one dot back, and none where nothing lies", () => {
  expect(voteLess({ a: 2 }, ["a"])).toEqual({ target: "a", dots: 1 });
  expect(voteLess({ a: 2 }, ["b"])).toBeUndefined();
});

it("counts doubles as one, and takes back a dot from the one that has it", () => {
  const votes = { b: 1 };

  expect(dotsOn(votes, ["a", "b"])).toBe(1);
  expect(voteMore(ballot, votes, ["a", "b"])).toEqual({ target: "a", dots: 1 });
  expect(voteLess(votes, ["a", "b"])).toEqual({ target: "b", dots: 0 });
});
