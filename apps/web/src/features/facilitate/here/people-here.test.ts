import { newId } from "@hefboom/board";
import { expect, it } from "vitest";

import { peopleHere } from "./people-here.ts";

const peer = (name?: string, participantId = newId()) => ({
  participantId,
  hue: 20,
  ...(name === undefined ? {} : { name }),
});

it("names each person once, in order, and counts the others", () => {
  const twice = newId();
  const peers = [peer("Noor"), peer(), peer("Bram", twice), peer("Bram", twice)];

  const { named, unnamedCount } = peopleHere(peers, 5);

  expect(named.map(({ name }) => name)).toEqual(["Bram", "Noor"]);
  expect(unnamedCount).toBe(3);
});

it("never counts below nobody", () => {
  expect(peopleHere([peer("Noor")], 0).unnamedCount).toBe(0);
});
