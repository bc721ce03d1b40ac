import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { elfHefbomen, type Template } from "../packages/board/src/index.ts";

/** The list that the template was taken from; it lies beside the checkout where the project is made, and nowhere else. */
const listFile = new URL("../../shared/essay/levers.json", import.meta.url);
const isThere = existsSync(listFile);

/** The part of a template that the list gives. */
function wording({ title, groups }: Pick<Template, "title" | "groups">) {
  return {
    title,
    groups: groups.map((group) => ({
      id: group.id,
      title: group.title,
      levers: group.levers.map((lever) => {
        return { id: lever.id, number: lever.number, title: lever.title, hint: lever.hint };
      }),
    })),
  };
}

it(`the eleven levers have the wording of the list (${isThere ? "compared" : "NOT COMPARED: no list here"})`, () => {
  // The list has the shape that wording() reads, or the comparison fails.
  const list = isThere ? (JSON.parse(readFileSync(listFile, "utf8")) as Template) : elfHefbomen;

  expect(wording(elfHefbomen)).toEqual(wording(list));
});
