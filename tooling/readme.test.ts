import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { limitRules } from "../apps/server/src/limits.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const readme = read("README.md");

describe("README", () => {
  it.each(Object.values(limitRules))("tells the default and unit of $variable", (rule) => {
    expect(readme).toContain(`| \`${rule.variable}\` | ${rule.default} | ${rule.unit} |`);
  });

  it("names every variable that the configuration reads", () => {
    const source = read("apps/server/src/config.ts");
    const later = /const LATER = (\[.*\])/.exec(source)?.[1] ?? "";
    const variables = [...source.matchAll(/"([A-Z]{4,}(?:_[A-Z]+)*)"/g)].map(([, name]) => name);

    const untold = variables.filter((name) => {
      return !later.includes(`"${name}"`) && !readme.includes(`| \`${name}\` |`);
    });
    expect(variables.length).toBeGreaterThan(5);
    expect(untold.filter((name) => name !== "CONFIG_INVALID")).toEqual([]);
  });

  it("names files and folders that are there", () => {
    const paths = [...readme.matchAll(/`((?:apps|packages|tooling|docs|tests)\/[\w./-]+)`/g)];

    for (const [, path = ""] of paths) {
      expect(() => readFileSync(new URL(`../${path}`, import.meta.url))).not.toThrow(/ENOENT/);
    }
    expect(paths.length).toBeGreaterThan(5);
  });
});
