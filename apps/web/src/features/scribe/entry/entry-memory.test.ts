import { expect, it } from "vitest";

import { NO_MEMORY, readMemory } from "./entry-memory.ts";

it("brings back what was typed, answered and entered", () => {
  const memory = {
    entry: { kind: "quote", text: "half", lever: "h03", who: "tafel 2", consent: "anonymous" },
    answers: { "tafel 2": { who: "Tafel 2", consent: "anonymous" } },
    entered: ["a", "b"],
  };

  expect(readMemory(JSON.stringify(memory))).toEqual(memory);
});

it.each([null, "", "{", "7", '{"entry":4,"answers":[1],"entered":"x"}'])(
  "begins anew with what it cannot read: %s",
  (json) => {
    expect(readMemory(json)).toEqual(NO_MEMORY);
  },
);

it("believes no answer that is none", () => {
  const answers = { a: { who: "A", consent: "yes" }, b: { who: "B", consent: "none" }, c: "named" };
  const json = JSON.stringify({ entry: { consent: "yes" }, answers });

  expect(readMemory(json)).toMatchObject({
    entry: { consent: undefined },
    answers: { b: answers.b },
  });
  expect(Object.keys(readMemory(json).answers)).toEqual(["b"]);
});
