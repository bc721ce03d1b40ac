import { expect, it } from "vitest";

import { newJoinCode, parseJoinCode } from "./join-code.ts";
import { WrongCodes } from "./wrong-codes.ts";

it("counts each address on its own, and anew each minute", () => {
  let now = 0;
  const codes = new WrongCodes(2, () => now);
  const note = (address: string) => codes.note(address);

  expect([note("1.1.1.1"), note("1.1.1.1"), note("1.1.1.1"), note("2.2.2.2")]).toEqual([
    false,
    false,
    true,
    false,
  ]);
  now = 60_000;
  expect(note("1.1.1.1")).toBe(false);
});

it("takes a household's /64 of IPv6 for one address", () => {
  const codes = new WrongCodes(1, () => 0);

  expect(codes.note("2001:db8::1")).toBe(false);
  expect(codes.note("2001:db8:0:0:ffff::2")).toBe(true);
  expect(codes.note("2001:db8:0:1::1")).toBe(false);
  expect(codes.note("::ffff:1.2.3.4")).toBe(false);
  expect(codes.note("::ffff:1.2.3.5")).toBe(false);
});

it("remembers no more addresses than fit", () => {
  const codes = new WrongCodes(1, () => 0);
  codes.note("first");
  for (let n = 0; n < 10_001; n += 1) codes.note(`address ${n}`);

  expect(codes.note("first")).toBe(false);
});

it("makes codes that read back as themselves, however they are typed", () => {
  for (let n = 0; n < 200; n += 1) {
    const code = newJoinCode();
    expect(parseJoinCode(` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)}\u2013`)).toBe(code);
  }
  expect(["", "ABCDE", "AEIOU1", "CCCCCCC", "C C"].map(parseJoinCode)).toEqual(
    Array(5).fill(undefined),
  );
});
