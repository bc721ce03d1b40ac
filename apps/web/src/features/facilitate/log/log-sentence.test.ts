import { expect, it } from "vitest";

import { loadTexts } from "../../../texts/load-texts.ts";
import { type Act, joinActs, type Naming, sentenceOf, whoDid } from "./log-sentence.ts";

const names: Record<keyof Naming, Record<string, string>> = {
  card: { c1: "“Een bank”" },
  cluster: { k1: "Groen" },
  lever: { h03: "3. Leren door te proberen" },
  phase: { vote: "Stemmen" },
  person: { p1: "Bram" },
};
const naming: Naming = {
  card: (id) => names.card[id],
  cluster: (id) => names.cluster[id],
  lever: (id) => names.lever[id],
  phase: (id) => names.phase[id],
  person: (id) => names.person[id],
};
const act = (op: string, about?: string): Act => ({
  id: `${op}-${about}`,
  at: 0,
  role: "facilitator",
  personId: "lead",
  op,
  isUndoable: false,
  ...(about !== undefined && { about }),
});

it.each([
  ["phase", "vote", "Anna ging naar de fase ‘Stemmen’."],
  ["phase", "gone", "Anna ging naar een andere fase."],
  ["lock", "h03", "Anna veranderde het slot van 3. Leren door te proberen."],
  ["lock", undefined, "Anna veranderde het slot van het bord."],
  ["hide", "c1", "Anna verborg een kaart: “Een bank”."],
  ["hide", "gone", "Anna verborg een kaart."],
  ["stop", "p1", "Anna stopte de deelname van Bram."],
  ["spotlight", "k1", "Anna wees iets aan: Groen."],
  ["timer", undefined, "Anna veranderde de tijd."],
  ["something-new", undefined, "Anna deed iets op het bord."],
])("says %s about %s as a sentence", async (op, about, expected) => {
  const text = await loadTexts("nl");
  const { key, values } = sentenceOf(act(op, about), "Anna", naming);

  expect(text(key, { ...values })).toBe(expected);
});

it("calls people by their name, else by their role, and the reader you", () => {
  const nameOf = (id: string) => names.person[id];

  expect(whoDid({ personId: "me", role: "facilitator" }, "me", nameOf)).toEqual({ key: "log.me" });
  expect(whoDid({ personId: "p1", role: "participant" }, "me", nameOf)).toEqual({ name: "Bram" });
  expect(whoDid({ personId: "x", role: "scribe" }, "me", nameOf)).toEqual({
    key: "log.who.scribe",
  });
});

it("joins pages without telling an act twice", () => {
  const [first, second, third] = [act("phase", "a"), act("phase", "b"), act("phase", "c")];

  expect(joinActs([first, second], [second, third])).toEqual([first, second, third]);
});
