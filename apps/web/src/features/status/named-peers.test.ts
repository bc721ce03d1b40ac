import { expect, it } from "vitest";

import { namedPeers } from "./named-peers.ts";

it("names each person once, and counts those who go by the same name", () => {
  const peers = [
    { participantId: "me", name: "Ik", hue: 1 },
    { participantId: "bo", name: "Bo", hue: 2 },
    { participantId: "bo", name: "Bo", hue: 2 },
    { participantId: "x", hue: 3 },
    { participantId: "y", hue: 4 },
  ];

  const named = namedPeers(peers, "me", ({ name }) => name ?? "deelnemer");

  expect(named.map(({ name, count }) => [name, count])).toEqual([
    ["Bo", 1],
    ["deelnemer", 2],
  ]);
});
