import { elfHefbomen } from "@hefboom/board";
import { expect, it } from "vitest";

import { leverHues } from "./lever-hue.ts";

const levers = elfHefbomen.groups.flatMap((group) =>
  group.levers.map((lever) => ({ ...lever, group: group.id, order: lever.number, hint: {} })),
);

it("keeps every lever within 12 degrees of its group", () => {
  const hues = leverHues(elfHefbomen.groups, levers);

  for (const group of elfHefbomen.groups) {
    for (const { id } of group.levers) {
      expect(Math.abs((hues.get(id) ?? 999) - group.hue)).toBeLessThanOrEqual(12);
    }
  }
});

it("gives each lever a tint of its own", () => {
  expect(new Set(leverHues(elfHefbomen.groups, levers).values()).size).toBe(11);
});
