import { Value } from "typebox/value";
import { describe, expect, it } from "vitest";
import { elfHefbomen } from "./elf-hefbomen.ts";
import { findTemplate } from "./find-template.ts";
import { templateSchema } from "./template-schema.ts";

const levers = elfHefbomen.groups.flatMap((group) => group.levers);

describe("elfHefbomen", () => {
  it("is a valid template", () => {
    expect([...Value.Errors(templateSchema, elfHefbomen)]).toEqual([]);
  });

  it("has eleven levers in groups of four, three and four, numbered in order", () => {
    expect(elfHefbomen.groups.map((group) => group.levers.length)).toEqual([4, 3, 4]);
    expect(levers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(new Set(levers.map(({ id }) => id)).size).toBe(11);
  });

  it("has every text in Dutch and in English", () => {
    const labels = elfHefbomen.labelSets.flatMap((set) => [set, ...set.labels]);
    const hints = levers.map(({ hint }) => hint ?? {});
    const titles = [elfHefbomen, ...elfHefbomen.groups, ...levers, ...labels].map(
      (one) => one.title,
    );

    for (const text of [...titles, ...hints]) {
      expect(Object.keys(text).sort()).toEqual(["en", "nl"]);
      expect(Object.values(text).every((words) => words.trim() !== "")).toBe(true);
    }
  });
});

describe("findTemplate", () => {
  it("finds a template by its id, and nothing else", () => {
    expect(findTemplate("elf-hefbomen")).toBe(elfHefbomen);
    expect(findTemplate("constructor")).toBeUndefined();
  });
});
