import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly engines?: { readonly node?: string };
}

// npm writes this file in this shape.
const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as {
  packages: Record<string, LockedPackage>;
};
const installed = Object.entries(lock.packages).filter(([path, { link }]) => {
  return path.includes("node_modules/") && !link;
});

/** The Node that most often starts npm here; the project's own Node 24 comes with `npm ci`. */
const STARTING_NODE = [20, 20, 0];

/** Whether a range of `engines` lets this version through; knows `^` and `>=` joined by `||`, and throws for others. */
function allows(range: string, version: readonly number[]): boolean {
  return range.split("||").some((part) => {
    const found = /^\s*(\^|>=)\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?\s*$/.exec(part);
    if (found === null) throw new RangeError(`cannot read the range ${JSON.stringify(range)}`);
    const least = found.slice(2).map((digits) => Number(digits ?? 0));
    const firstOther = version.findIndex((number, index) => number !== least[index]);
    const isAtLeast = firstOther === -1 || (version[firstOther] ?? 0) > (least[firstOther] ?? 0);
    return isAtLeast && (found[1] === ">=" || version[0] === least[0]);
  });
}

describe("package-lock.json", () => {
  it("names no registry, so that every machine takes its own", () => {
    const addressed = installed.filter(([, { resolved }]) => resolved !== undefined);

    expect(addressed.map(([path]) => path)).toEqual([]);
  });

  it("has the hash of every package", () => {
    expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });

  it("has no optional package that npm would drop silently under Node 20", () => {
    const dropped = installed.filter(([, { optional, devOptional, engines }]) => {
      const range = engines?.node;
      return (optional || devOptional) && range !== undefined && !allows(range, STARTING_NODE);
    });

    expect(dropped.map(([path]) => path)).toEqual([]);
  });

  it.each([
    [">=14.21.3", true],
    [">= 22.19", false],
    ["^20.19.0 || >=22.12.0", true],
    ["^20.20.1 || >=22", false],
    ["^18.0.0", false],
    [">=20", true],
  ])("reads the range %s", (range, isAllowed) => {
    expect(allows(range, STARTING_NODE)).toBe(isAllowed);
  });
});
