import { expect, it } from "vitest";

import { SharedReads } from "./shared-reads.ts";

it("reads once for a burst, and anew for who asks after the read began", async () => {
  const reads = new SharedReads<number>();
  let count = 0;
  const read = async () => {
    count += 1;
    return count;
  };

  const burst = await Promise.all([reads.read("a", read), reads.read("a", read)]);
  const later = await reads.read("a", read);

  expect(burst).toEqual([1, 1]);
  expect(later).toBe(2);
});

it("keeps boards apart, and a read that failed away from the next", async () => {
  const reads = new SharedReads<string>();
  const fail = async () => {
    throw new Error("broken");
  };

  const failed = reads.read("a", fail);
  const other = reads.read("b", async () => "fine");

  await expect(failed).rejects.toThrow("broken");
  expect(await other).toBe("fine");
  expect(await reads.read("a", async () => "again")).toBe("again");
});
