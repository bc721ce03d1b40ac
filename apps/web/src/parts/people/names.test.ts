import { expect, it } from "vitest";

import { editorsByCard, nameOf, peerName } from "./names.ts";

const people = new Map([
  ["anna", { name: "Anna", hue: 10 }],
  ["quiet", { hue: 20 }],
]);

it("knows who goes with a name, without one, and who belongs to the staff", () => {
  expect(nameOf(people, "anna")).toBe("Anna");
  expect(nameOf(people, "quiet")).toBeUndefined();
  expect(peerName(people, { participantId: "quiet", hue: 20 })).toEqual({ key: "person.nameless" });
  expect(peerName(people, { participantId: "lead", hue: 20 })).toEqual({ key: "person.staff" });
  expect(peerName(people, { participantId: "x", name: "Bo", hue: 1 })).toEqual({ name: "Bo" });
});

it("tells who has which card open, once for each list of peers", () => {
  const peers = [
    { participantId: "anna", hue: 10, card: "c1" },
    { participantId: "quiet", hue: 20, card: "c1" },
    { participantId: "lead", hue: 30 },
  ];

  const editors = editorsByCard(peers);

  expect(editors.get("c1")?.map(({ participantId }) => participantId)).toEqual(["anna", "quiet"]);
  expect(editorsByCard(peers)).toBe(editors);
});
